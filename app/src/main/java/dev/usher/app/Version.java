package dev.usher.app;

import java.util.Optional;
import picocli.CommandLine.IVersionProvider;

/** Which Usher this is, and which Java it runs on. */
final class Version implements IVersionProvider {

    Version() {}

    @Override
    public String[] getVersion() {
        return new String[] {
            "usher " + of(Main.class),
            "java " + Runtime.version() + " (" + System.getProperty("java.vendor", "unknown vendor") + ")"
        };
    }

    /** The version of the jar a class comes from. */
    static String of(Class<?> type) {
        return Optional.ofNullable(type.getPackage())
                .map(Package::getImplementationVersion)
                .orElse("(not packaged)");
    }
}
