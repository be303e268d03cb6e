package dev.usher.adapters.http;

import java.util.Optional;

/**
 * What a native request is answered with when it is not refused.
 *
 * @param status the HTTP status
 * @param json the body, if there is one
 * @param version of the thing it is about, where it has one
 * @param location where the thing can be found that was made
 */
record NativeAnswer(int status, Optional<JsonBytes> json, Optional<Long> version, Optional<String> location) {

    /** The thing asked for. */
    static NativeAnswer of(JsonBytes json) {
        return new NativeAnswer(200, Optional.of(json), Optional.empty(), Optional.empty());
    }

    /** A thing that was made. */
    static NativeAnswer made(String location, JsonBytes json) {
        return new NativeAnswer(201, Optional.of(json), Optional.empty(), Optional.of(location));
    }

    /** It is done, and there is nothing to tell. */
    static NativeAnswer done() {
        return new NativeAnswer(204, Optional.empty(), Optional.empty(), Optional.empty());
    }

    /** The same about a thing of that version. */
    NativeAnswer at(long thingVersion) {
        return new NativeAnswer(status, json, Optional.of(thingVersion), location);
    }
}
