package dev.usher.core.rule;

/** Facts about one operation: of a book over several, only the rows that guard it look at them. */
public interface OperationFacts {

    /** What is being done. */
    Operation operation();
}
