package dev.usher.adapters.persistence;

import dev.usher.core.listing.ListedName;
import java.util.Optional;

/**
 * A part that a name must contain, as names are compared.
 *
 * @param listed the part in the form in which names are listed; never empty
 */
record NamePart(String listed) {

    /** The part that is asked for; empty when every name has it. */
    static Optional<NamePart> of(Optional<String> asked) {
        return asked.map(ListedName::of).filter(part -> !part.isEmpty()).map(NamePart::new);
    }

    /** That a column contains the value of a parameter. */
    static String in(String column, String parameter) {
        return "POSITION(CAST(:" + parameter + " AS VARCHAR(" + ListedName.LONGEST + ")) IN " + column + ") > 0";
    }
}
