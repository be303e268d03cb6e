package dev.usher.adapters.http.eventbrite;

import dev.usher.adapters.http.Answers;
import dev.usher.core.event.EventStatus;
import dev.usher.core.service.EventView;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Answers that show an event, as they were written lately; the one sent longest ago goes first.
 *
 * <p>An event's version tells all that is shown of it, but where it stands and who looks, so what is here is never stale,
 * only no longer asked for.
 */
final class WrittenEvents {
    private static final int MOST_BYTES = 16 << 20;

    private final Map<Key, Answers.Kept> answers = new LinkedHashMap<>(16, 0.75f, true);
    private int bytes;

    private record Key(long number, long version, EventStatus status, boolean isOwned, String address) {
        static Key of(EventView view, Links links) {
            return new Key(
                    view.event().ref().event(), view.event().version(), view.status(), view.isOwned(), links.address());
        }
    }

    synchronized Optional<Answers.Kept> find(EventView view, Links links) {
        return Optional.ofNullable(answers.get(Key.of(view, links)));
    }

    synchronized void keep(EventView view, Links links, byte[] answer) {
        Answers.Kept kept = new Answers.Kept(answer);
        if (kept.bytes() > MOST_BYTES) {
            return;
        }
        Answers.Kept before = answers.put(Key.of(view, links), kept);
        bytes += kept.bytes() - (before == null ? 0 : before.bytes());
        Iterator<Answers.Kept> oldest = answers.values().iterator();
        while (bytes > MOST_BYTES) {
            bytes -= oldest.next().bytes();
            oldest.remove();
        }
    }
}
