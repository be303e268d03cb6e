package dev.usher.core.event;

/**
 * Where an event lives: the organization it belongs to and its engine-wide number.
 *
 * <p>Every key, block and cache entry carries both, so two organizations never meet.
 *
 * @param organization number of the organization
 * @param event number of the event, unique in the whole store
 */
public record EventRef(long organization, long event) implements Comparable<EventRef> {

    @Override
    public int compareTo(EventRef other) {
        int byOrganization = Long.compare(organization, other.organization);
        return byOrganization != 0 ? byOrganization : Long.compare(event, other.event);
    }
}
