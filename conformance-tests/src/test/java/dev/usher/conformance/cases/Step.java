package dev.usher.conformance.cases;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * One request of a case and what it must answer; names in braces stand for what is bound by then.
 *
 * @param method GET, POST, PATCH, PUT or DELETE
 * @param path below the service's address
 * @param as who asks: owner, member, viewer, stranger or nobody
 * @param query its parameters; an array stands for one that is given several times
 * @param headers beside those that every client sends
 * @param like name of the body that {@code body} changes; empty for none
 * @param body JSON, or form members when {@code isForm}; missing for a request without a body
 * @param clock what time it becomes before the request, if it is moved
 * @param expected what must come back
 * @param keep names to be bound, each to what stands at a JSON pointer of the answer
 */
record Step(
        String method,
        String path,
        String as,
        JsonNode query,
        Map<String, String> headers,
        String like,
        JsonNode body,
        boolean isForm,
        Optional<String> clock,
        Expected expected,
        Map<String, String> keep) {

    private static final Set<String> METHODS = Set.of("get", "post", "delete", "put", "patch");
    private static final Set<String> MEMBERS = Set.of(
            "as",
            "query",
            "headers",
            "like",
            "body",
            "form",
            "status",
            "error",
            "arguments",
            "answer",
            "absent",
            "same_as",
            "keep",
            "clock");

    /**
     * What an answer must be like.
     *
     * @param status the HTTP status
     * @param error the public code; empty when it is none
     * @param arguments exactly which arguments are wrong and how; missing when the error is about none
     * @param answer what the body must say at least; missing when anything will do
     * @param absent words that must not stand anywhere in the body
     * @param sameAs another path that must answer the same request in the same way
     */
    record Expected(
            int status,
            Optional<String> error,
            JsonNode arguments,
            JsonNode answer,
            List<String> absent,
            Optional<String> sameAs) {

        boolean isSuccess() {
            return error.isEmpty() && status / 100 == 2;
        }
    }

    static Step of(JsonNode step) {
        String method = "";
        for (Iterator<String> names = step.fieldNames(); names.hasNext(); ) {
            String name = names.next();
            if (METHODS.contains(name)) {
                method = name;
            } else if (!MEMBERS.contains(name)) {
                throw new IllegalArgumentException("a step has no '" + name + "': " + step);
            }
        }
        if (method.isEmpty()) {
            throw new IllegalArgumentException("a step without a method: " + step);
        }
        boolean isForm = step.has("form");
        return new Step(
                method.toUpperCase(Locale.ROOT),
                step.get(method).textValue(),
                step.path("as").asText("owner"),
                step.path("query"),
                texts(step.path("headers")),
                step.path("like").asText(""),
                isForm ? step.path("form") : step.path("body"),
                isForm,
                Optional.ofNullable(step.get("clock")).map(JsonNode::textValue),
                expected(step),
                texts(step.path("keep")));
    }

    /** A request that says nothing beside what it is for. */
    static Step plain(String method, String path) {
        JsonNode nothing = MissingNode.getInstance();
        Expected anything = new Expected(0, Optional.empty(), nothing, nothing, List.of(), Optional.empty());
        return new Step(method, path, "", nothing, Map.of(), "", nothing, false, Optional.empty(), anything, Map.of());
    }

    /** The same step at a path whose names are replaced. */
    Step at(String replaced) {
        return new Step(method, replaced, as, query, headers, like, body, isForm, clock, expected, keep);
    }

    private static Expected expected(JsonNode step) {
        JsonNode arguments = step.path("arguments");
        Optional<String> error = arguments.isMissingNode()
                ? Optional.ofNullable(step.get("error")).map(JsonNode::textValue)
                : Optional.of("ARGUMENTS_ERROR");
        return new Expected(
                step.path("status").asInt(error.isPresent() ? 400 : 200),
                error,
                arguments,
                step.has("answer") ? step.get("answer") : MissingNode.getInstance(),
                CaseFile.texts(step.path("absent")),
                Optional.ofNullable(step.get("same_as")).map(JsonNode::textValue));
    }

    private static Map<String, String> texts(JsonNode object) {
        Map<String, String> texts = new LinkedHashMap<>();
        object.properties()
                .forEach(member -> texts.put(member.getKey(), member.getValue().textValue()));
        return texts;
    }
}
