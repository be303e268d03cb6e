package dev.usher.conformance.cases;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * A step as far as one knows it without running it: what only an answer will tell stands there as some number.
 *
 * @param request its method and path, as the ledger writes them: {@code GET /events/1/}
 * @param said the dotted names of all that its query and its own body say
 * @param error the code it expects; empty for none
 * @param arguments which codes it expects at which arguments
 * @param fields the names of all that it expects to stand in the answer
 * @param isAccepted true when it expects success
 */
record AskedStep(
        String request,
        Set<String> said,
        String error,
        Map<String, Set<String>> arguments,
        Set<String> fields,
        boolean isAccepted) {
    private static final String SOME_NUMBER = "1";
    private static final String ROOT = "/v3";
    private static final String ABSENT = "<absent>";

    /** A step of a case. */
    static AskedStep of(Case theCase, Step step) {
        Bindings names = new Bindings(SOME_NUMBER);
        theCase.bindings().forEach(names::bind);
        Set<String> said = new HashSet<>();
        collect("", names.json(step.query()), said);
        collect("", names.json(step.body()), said);
        Set<String> fields = new HashSet<>();
        collectNames(names.json(step.expected().answer()), fields);
        return new AskedStep(
                step.method() + " " + path(names.text(step.path())),
                said,
                names.text(step.expected().error().orElse("")),
                arguments(names.json(step.expected().arguments())),
                fields,
                step.expected().isSuccess());
    }

    /** True when it says a parameter, or a part of one. */
    boolean says(String parameter) {
        return said.stream().anyMatch(name -> name.equals(parameter) || name.startsWith(parameter + "."));
    }

    /** True when it expects that code, be it of an argument. */
    boolean expects(String code) {
        return error.equals(code) || arguments.values().stream().anyMatch(codes -> codes.contains(code));
    }

    /** True when it expects to be refused for what it says of a parameter, or for saying nothing of it. */
    boolean refuses(String parameter) {
        boolean isSomeError = !error.isEmpty() && !error.equals("ARGUMENTS_ERROR");
        return arguments.containsKey(parameter) || (isSomeError && says(parameter));
    }

    private static String path(String written) {
        String path = written.replaceFirst("\\?.*", "");
        String whole = path.endsWith("/") ? path : path + "/";
        return whole.startsWith(ROOT) ? whole.substring(ROOT.length()) : whole;
    }

    private static Map<String, Set<String>> arguments(JsonNode expected) {
        Map<String, Set<String>> arguments = new HashMap<>();
        expected.properties()
                .forEach(member -> arguments.put(member.getKey(), Set.copyOf(CaseFile.texts(member.getValue()))));
        return arguments;
    }

    private static void collect(String path, JsonNode node, Set<String> said) {
        if (node.isObject()) {
            node.properties()
                    .forEach(member -> collect(
                            path.isEmpty() ? member.getKey() : path + "." + member.getKey(), member.getValue(), said));
        } else if (!path.isEmpty() && !node.asText().equals(ABSENT)) {
            said.add(path);
        }
    }

    private static void collectNames(JsonNode node, Set<String> fields) {
        node.properties().forEach(member -> {
            if (!member.getValue().asText().equals(ABSENT)) {
                fields.add(member.getKey());
            }
            collectNames(member.getValue(), fields);
        });
        if (node.isArray()) {
            node.forEach(element -> collectNames(element, fields));
        }
    }
}
