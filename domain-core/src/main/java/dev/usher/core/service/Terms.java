package dev.usher.core.service;

import dev.usher.core.access.Packages;

/**
 * On which terms the engine works: how much memory it takes, and what its organizations may do.
 *
 * @param timelineBytes how much memory timelines may take, in bytes; as much again while they are built, and half as much
 *     for blocks read lately. A question never fails for lack of room, it only gets slower
 * @param packages what each package allows
 */
public record Terms(long timelineBytes, Packages packages) {

    /** A quarter of the heap for timelines, and the usual packages. */
    public static Terms usual() {
        return within(Runtime.getRuntime().maxMemory() / 4);
    }

    /** The usual packages, with a bound on the memory for timelines. */
    public static Terms within(long timelineBytes) {
        return new Terms(timelineBytes, Packages.usual());
    }

    /** The same with other packages. */
    public Terms with(Packages others) {
        return new Terms(timelineBytes, others);
    }
}
