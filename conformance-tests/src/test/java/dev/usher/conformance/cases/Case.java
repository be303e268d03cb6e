package dev.usher.conformance.cases;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;

/**
 * A promise put to the proof: requests in their order, each with the answer it must get.
 *
 * @param name a sentence that is true of the product
 * @param proves the rows of the ledger that it proves
 * @param bindings what some names in braces stand for from the beginning
 * @param steps what is asked, that which is given first
 */
record Case(String name, List<String> proves, Map<String, JsonNode> bindings, List<Step> steps) {
    Case {
        proves = List.copyOf(proves);
        bindings = Map.copyOf(bindings);
        steps = List.copyOf(steps);
    }

    @Override
    public String toString() {
        return name;
    }
}
