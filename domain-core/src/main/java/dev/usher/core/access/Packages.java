package dev.usher.core.access;

/**
 * What organizations can buy, and what each package allows (decision 15).
 *
 * @param none before anything is bought
 * @param essentials for a first small event
 * @param professional for whoever lives of events
 */
public record Packages(PackageLimits none, PackageLimits essentials, PackageLimits professional) {
    private static final Packages USUAL = new Packages(
            new PackageLimits(false, false, 0, 0, 0),
            new PackageLimits(true, false, 1, 1, 0),
            new PackageLimits(true, true, PackageLimits.UNLIMITED, PackageLimits.UNLIMITED, PackageLimits.UNLIMITED));

    /** What the packages allow unless somebody decides otherwise. */
    public static Packages usual() {
        return USUAL;
    }

    /** What an organization may do. */
    public PackageLimits limits(Profile profile) {
        return switch (profile.attributes().get(Profile.PACKAGE).orElse("none")) {
            case "professional" -> professional;
            case "essentials" -> essentials;
            default -> none;
        };
    }
}
