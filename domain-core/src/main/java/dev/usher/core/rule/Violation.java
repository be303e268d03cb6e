package dev.usher.core.rule;

/**
 * One reason why something was refused, in words the sender can act on.
 *
 * @param kind what sort of rule was broken; a dialect maps it to its own statuses
 * @param code the stable public word, such as {@code UNKNOWN_OPERATION}
 * @param path where the fault lies, such as {@code operations[3].occurred_at}; empty when it is the whole request
 * @param message what was wrong, with the value, and what would be right
 */
public record Violation(RuleKind kind, String code, String path, String message) {

    /** The same violation, found one level further in: {@code at("operations[3]")} puts that in front of the path. */
    public Violation at(String parent) {
        return new Violation(kind, code, path.isEmpty() ? parent : parent + "." + path, message);
    }

    @Override
    public String toString() {
        return (path.isEmpty() ? code : path + ": " + code) + ": " + message;
    }
}
