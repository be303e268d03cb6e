package dev.usher.app;

import dev.usher.core.access.PackageLimits;
import dev.usher.core.access.Packages;
import dev.usher.core.adapter.Setting;
import dev.usher.core.adapter.Settings;
import java.util.List;
import java.util.stream.Stream;

/**
 * What each package allows, as somebody sets it: {@code package.essentials.ticket-classes = 5} (decision 15).
 *
 * <p>Nodes over one database are to be set alike, for each judges by its own settings.
 */
final class PackageSettings {
    private static final Limits NONE = Limits.of("none", Packages.usual().none());
    private static final Limits ESSENTIALS =
            Limits.of("essentials", Packages.usual().essentials());
    private static final Limits PROFESSIONAL =
            Limits.of("professional", Packages.usual().professional());

    private PackageSettings() {}

    static List<Setting> declared() {
        return Stream.of(NONE, ESSENTIALS, PROFESSIONAL).flatMap(Limits::all).toList();
    }

    static Packages from(Settings settings) {
        return new Packages(NONE.from(settings), ESSENTIALS.from(settings), PROFESSIONAL.from(settings));
    }

    /** The settings of one package. */
    private record Limits(
            Setting events, Setting copies, Setting freeEvents, Setting ticketClasses, Setting questions) {

        static Limits of(String name, PackageLimits usual) {
            String prefix = "package." + name + ".";
            String whose = "an organization of package '" + name + "'";
            return new Limits(
                    new Setting(
                            prefix + "events",
                            Boolean.toString(usual.createsEvents()),
                            "Whether " + whose + " may make events."),
                    new Setting(
                            prefix + "copies",
                            Boolean.toString(usual.copiesEvents()),
                            "Whether " + whose + " may copy events."),
                    new Setting(
                            prefix + "free-events",
                            written(usual.freeEvents()),
                            "The most free events of " + whose + " that are published and not over, or unlimited."),
                    new Setting(
                            prefix + "ticket-classes",
                            written(usual.ticketClasses()),
                            "The most ticket classes of an event of " + whose + ", or unlimited."),
                    new Setting(
                            prefix + "questions",
                            written(usual.questions()),
                            "The most questions of an event of " + whose + ", or unlimited."));
        }

        Stream<Setting> all() {
            return Stream.of(events, copies, freeEvents, ticketClasses, questions);
        }

        PackageLimits from(Settings settings) {
            return new PackageLimits(
                    settings.flag(events),
                    settings.flag(copies),
                    settings.limit(freeEvents),
                    settings.limit(ticketClasses),
                    settings.limit(questions));
        }

        private static String written(long limit) {
            return limit == PackageLimits.UNLIMITED ? Settings.UNLIMITED : Long.toString(limit);
        }
    }
}
