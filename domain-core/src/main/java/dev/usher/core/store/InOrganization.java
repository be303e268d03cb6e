package dev.usher.core.store;

/** The key of what an organization has: its number, within the organization's. */
record InOrganization(long organization, long number) implements Comparable<InOrganization> {

    /** Less than all keys of the organization. */
    static InOrganization first(long organization) {
        return new InOrganization(organization, Long.MIN_VALUE);
    }

    @Override
    public int compareTo(InOrganization other) {
        int byOrganization = Long.compare(organization, other.organization);
        return byOrganization != 0 ? byOrganization : Long.compare(number, other.number);
    }
}
