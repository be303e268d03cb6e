package dev.usher.conformance.cases;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Whether two paths answered one request alike: by the same status and the same body, member by member.
 *
 * <p>What a POST makes is made twice, so there its number, its addresses and its times may differ, but not be missing.
 */
final class TwinAnswer {
    private static final Set<String> OF_ITS_OWN = Set.of("id", "resource_uri", "url", "created", "changed");
    private static final String ANYTHING = "*";

    private TwinAnswer() {}

    /** In what the answer of the other path differs; empty when in nothing. */
    static List<String> differences(String method, CaseClient.Answer answer, CaseClient.Answer twin) {
        List<String> differences = new ArrayList<>();
        if (answer.status() != twin.status()) {
            differences.add("the other path answers " + twin.status() + ", not " + answer.status());
        }
        boolean isMade = method.equals("POST");
        JsonNode one = isMade ? masked(answer.json()) : answer.json();
        JsonNode other = isMade ? masked(twin.json()) : twin.json();
        JsonSubset.differences(one, twin.json()).forEach(fault -> differences.add("the other path: " + fault));
        JsonSubset.differences(other, answer.json()).forEach(fault -> differences.add("by the other path: " + fault));
        return differences;
    }

    private static JsonNode masked(JsonNode body) {
        if (body.isObject()) {
            ObjectNode masked = JsonNodeFactory.instance.objectNode();
            body.properties().forEach(member -> {
                boolean mayDiffer = OF_ITS_OWN.contains(member.getKey())
                        && member.getValue().isTextual();
                if (mayDiffer) {
                    masked.put(member.getKey(), ANYTHING);
                } else {
                    masked.set(member.getKey(), masked(member.getValue()));
                }
            });
            return masked;
        }
        if (body.isArray()) {
            ArrayNode masked = JsonNodeFactory.instance.arrayNode();
            body.forEach(element -> masked.add(masked(element)));
            return masked;
        }
        return body;
    }
}
