package dev.usher.adapters.http;

import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import java.util.Optional;

/**
 * How a dialect tells its clients what went wrong, whoever found it.
 *
 * <p>What stands in front of every endpoint, such as the limits, knows problems only. A dialect with errors of its own
 * binds their form into the set of forms, and it is chosen by a request's path before anything else happens.
 */
public interface ErrorForm {
    /** As RFC 9457 has it. */
    ErrorForm NATIVE = new ErrorForm() {
        private final CharSequence type = HttpHeaders.createOptimized("application/problem+json");

        @Override
        public String root() {
            return "";
        }

        @Override
        public Written write(Problem problem) {
            return new Written(problem.status(), type, problem.toJson());
        }
    };

    /** A problem as it goes out. */
    final class Written {
        private final int status;
        private final CharSequence type;
        private final byte[] body;

        /**
         * What goes out.
         *
         * @param status the HTTP status, which may be another than the problem's
         * @param type the media type
         * @param body its bytes, which nobody may change
         */
        public Written(int status, CharSequence type, byte[] body) {
            this.status = status;
            this.type = type;
            this.body = body;
        }

        public int status() {
            return status;
        }

        public CharSequence type() {
            return type;
        }

        public byte[] body() {
            return body;
        }
    }

    /** The path below which it is spoken, without a slash at its end. */
    String root();

    Written write(Problem problem);

    /** Lets whatever goes wrong with the request be told in this form. */
    default void speakTo(RoutingContext context) {
        context.put(ErrorForm.class.getName(), this);
    }

    /** The form that the request's client understands. */
    static ErrorForm of(RoutingContext context) {
        return Optional.ofNullable(context.<ErrorForm>get(ErrorForm.class.getName()))
                .orElse(NATIVE);
    }
}
