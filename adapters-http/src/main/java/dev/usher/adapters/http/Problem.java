package dev.usher.adapters.http;

import dev.usher.core.rule.RuleKind;
import dev.usher.core.rule.Violation;
import io.netty.handler.codec.http.HttpResponseStatus;
import java.util.List;
import java.util.Map;

/**
 * Why a request was not answered as its sender wished, in the form of RFC 9457 ({@code application/problem+json}).
 *
 * @param status the HTTP status
 * @param code the stable word for programs, the first violation's where there are any
 * @param detail the sentence for people
 * @param violations every reason that is named, at most {@link #MOST_NAMED}
 * @param unnamed how many further reasons there are
 * @param headers headers that belong to the answer, such as {@code Allow}
 */
public record Problem(
        int status, String code, String detail, List<Violation> violations, int unnamed, Map<String, String> headers) {

    /** The most violations that one answer names. */
    static final int MOST_NAMED = 100;

    /** The thing has another version than the one named by {@code If-Match}. */
    static final String VERSION_CONFLICT = "VERSION_CONFLICT";

    private static final byte[] TYPE = JsonBytes.name("type");
    private static final byte[] TITLE = JsonBytes.name("title");
    private static final byte[] STATUS = JsonBytes.name("status");
    private static final byte[] DETAIL = JsonBytes.name("detail");
    private static final byte[] CODE = JsonBytes.name("code");
    private static final byte[] VIOLATIONS = JsonBytes.name("violations");
    private static final byte[] UNNAMED = JsonBytes.name("furtherViolations");
    private static final byte[] PATH = JsonBytes.name("path");
    private static final byte[] MESSAGE = JsonBytes.name("message");

    public Problem {
        violations = List.copyOf(violations);
        headers = Map.copyOf(headers);
    }

    /** A problem that is not about one value in the request. */
    public static Problem of(int status, String code, String detail) {
        return new Problem(status, code, detail, List.of(), 0, Map.of());
    }

    /** A refusal by rules, with every reason; at least one. */
    public static Problem refused(List<Violation> violations) {
        return refused(violations, violations.size());
    }

    /** A refusal by so many violations, not all of which need be given. */
    static Problem refused(List<Violation> violations, int count) {
        Violation first = violations.get(0);
        List<Violation> named = violations.subList(0, Math.min(violations.size(), MOST_NAMED));
        int unnamed = count - named.size();
        String detail = first.message()
                + (count == 1 ? "" : "; and " + (count - 1) + " more")
                + (unnamed == 0 ? "" : ", of which the first " + (named.size() - 1) + " are listed");
        Map<String, String> headers = first.kind() == RuleKind.NOT_YET ? Map.of("Retry-After", "1") : Map.of();
        int status = first.code().equals(VERSION_CONFLICT) ? 412 : status(first.kind());
        return new Problem(status, first.code(), detail, named, unnamed, headers);
    }

    /** The same problem with a header to its answer. */
    public Problem with(String header, String value) {
        return new Problem(status, code, detail, violations, unnamed, Map.of(header, value));
    }

    byte[] toJson() {
        JsonBytes json = new JsonBytes(512)
                .beginObject()
                .member(TYPE)
                .text("about:blank")
                .member(TITLE)
                .text(HttpResponseStatus.valueOf(status).reasonPhrase())
                .member(STATUS)
                .number(status)
                .member(DETAIL)
                .text(detail)
                .member(CODE)
                .text(code)
                .member(VIOLATIONS)
                .beginArray();
        for (Violation violation : violations) {
            json.beginObject()
                    .member(CODE)
                    .text(violation.code())
                    .member(PATH)
                    .text(violation.path())
                    .member(MESSAGE)
                    .text(violation.message())
                    .endObject();
        }
        json.endArray();
        if (unnamed > 0) {
            json.member(UNNAMED).number(unnamed);
        }
        return json.endObject().toBytes();
    }

    private static int status(RuleKind kind) {
        return switch (kind) {
            case SHAPE, ARGUMENT -> 400;
            case EXISTENCE -> 404;
            case STATE -> 409;
            case ACCESS -> 403;
            case NOT_YET -> 503;
        };
    }
}
