package dev.usher.benchmarks;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.SplittableRandom;

/**
 * The bytes of a request as a client sends it, in which only an instant or a number changes.
 *
 * <pre>
 *   GET PATH?eventIds=ID&amp;dateTime=2026-03-05T17:21:09.123456Z HTTP/1.1
 *                              |day      | |micros of the day|
 *   GET /v3/events/2017/ HTTP/1.1
 *                  |number, then the tail
 * </pre>
 */
final class LoadRequest {
    /** Stands where the instant comes in a target. */
    static final String INSTANT = "2026-01-01T00:00:00.000000Z";

    /** Stands where the number comes, which is written without leading zeros: an id has none. */
    static final String NUMBER = "000000000000";

    private static final long DAY = 86_400_000_000L;

    private final ByteBuffer bytes;
    private final int instantAt;
    private final int numberAt;
    private final byte[] tail;
    private final long begin;
    private final long end;
    private final List<byte[]> days;
    private final SplittableRandom random;

    private LoadRequest(
            ByteBuffer bytes,
            int instantAt,
            int numberAt,
            byte[] tail,
            long begin,
            long end,
            List<byte[]> days,
            long seed) {
        this.bytes = bytes;
        this.instantAt = instantAt;
        this.numberAt = numberAt;
        this.tail = tail;
        this.begin = begin;
        this.end = end;
        this.days = days;
        this.random = new SplittableRandom(seed);
    }

    /**
     * A request for any value between two, both included.
     *
     * @param target the path and query, with {@link #INSTANT}, whose values are microseconds since 1970, or {@link #NUMBER}
     * @param token who asks
     */
    static LoadRequest of(String target, String token, long begin, long end) {
        String request = "GET " + target
                + " HTTP/1.1\r\nHost: 127.0.0.1\r\nUser-Agent: usher-benchmarks\r\nAccept: application/json\r\n"
                + "Accept-Encoding: gzip\r\nAuthorization: Bearer " + token + "\r\n\r\n";
        int instantAt = request.indexOf(INSTANT);
        List<byte[]> days = instantAt < 0
                ? List.of()
                : day(begin)
                        .datesUntil(day(end).plusDays(1))
                        .map(day -> day.toString().getBytes(StandardCharsets.US_ASCII))
                        .toList();
        ByteBuffer bytes = buffer(request.getBytes(StandardCharsets.US_ASCII));
        int numberAt = request.indexOf(NUMBER);
        byte[] tail = request.substring(numberAt < 0 ? request.length() : numberAt + NUMBER.length())
                .getBytes(StandardCharsets.US_ASCII);
        return new LoadRequest(bytes, instantAt, numberAt, tail, begin, end, days, Bench.SEED);
    }

    private static LocalDate day(long micros) {
        return LocalDate.ofInstant(Instant.ofEpochSecond(Math.floorDiv(micros, 1_000_000L)), ZoneOffset.UTC);
    }

    private static ByteBuffer buffer(byte[] text) {
        return ByteBuffer.allocateDirect(text.length).put(text).flip();
    }

    /** The same request with bytes and values of its own. */
    LoadRequest copy(long seed) {
        byte[] text = new byte[bytes.capacity()];
        bytes.duplicate().clear().get(text);
        return new LoadRequest(buffer(text), instantAt, numberAt, tail, begin, end, days, Bench.SEED + seed);
    }

    /** The request for the next value; its bytes are valid until the next call. */
    ByteBuffer next() {
        long value = random.nextLong(begin, end + 1);
        if (instantAt >= 0) {
            putInstant(value);
            return bytes.position(0);
        }
        return putNumber(value);
    }

    private ByteBuffer putNumber(long number) {
        int count = 1;
        for (long rest = number / 10; rest > 0; rest /= 10) {
            count++;
        }
        digits(numberAt, count, number);
        return bytes.clear().position(numberAt + count).put(tail).flip();
    }

    private void putInstant(long instant) {
        bytes.put(instantAt, days.get((int) (Math.floorDiv(instant, DAY) - Math.floorDiv(begin, DAY))));
        long micros = Math.floorMod(instant, DAY);
        digits(instantAt + 11, 2, micros / 3_600_000_000L);
        digits(instantAt + 14, 2, micros / 60_000_000 % 60);
        digits(instantAt + 17, 2, micros / 1_000_000 % 60);
        digits(instantAt + 20, 6, micros % 1_000_000);
    }

    private void digits(int from, int count, long number) {
        long rest = number;
        for (int at = from + count - 1; at >= from; at--) {
            bytes.put(at, (byte) ('0' + rest % 10));
            rest /= 10;
        }
    }
}
