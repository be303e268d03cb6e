package dev.usher.adapters.http;

import java.util.HexFormat;
import java.util.concurrent.atomic.AtomicLong;
import java.util.random.RandomGenerator;

/** Makes ids for requests that bring none: a part that differs from process to process, and a count. */
final class RequestIds {
    private final String process;
    private final AtomicLong count = new AtomicLong();

    RequestIds(RandomGenerator chance) {
        this.process = HexFormat.of().toHexDigits(chance.nextLong());
    }

    String next() {
        return process + "-" + Long.toHexString(count.incrementAndGet());
    }
}
