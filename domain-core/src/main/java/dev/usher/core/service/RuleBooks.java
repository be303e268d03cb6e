package dev.usher.core.service;

import dev.usher.core.access.AdmissionRules;
import dev.usher.core.access.BootstrapRules;
import dev.usher.core.access.OrganizationRules;
import dev.usher.core.access.ProfileRules;
import dev.usher.core.access.TokenRules;
import dev.usher.core.access.UserRules;
import dev.usher.core.event.EventRules;
import dev.usher.core.event.OrganizerRules;
import dev.usher.core.event.QuestionRules;
import dev.usher.core.event.VenueRules;
import dev.usher.core.rule.Operation;
import dev.usher.core.rule.Rule;
import dev.usher.core.rule.RuleBook;
import dev.usher.core.statistics.EventQuestionRules;
import dev.usher.core.statistics.StatisticsQuestionRules;
import dev.usher.core.statistics.TicketOperationRules;
import dev.usher.core.ticketing.TicketClassRules;
import java.util.List;

/** All rule books of the engine, so that nobody has to search the code for what it refuses. */
public final class RuleBooks {
    /** Every book, in the order in which they are printed. */
    public static final List<Listed> ALL = List.of(
            new Listed("Who may come near what", "look, act", AdmissionRules.BOOK),
            new Listed("Events", "every operation", EventRules.BOOK),
            new Listed("Ticket classes", "every operation", TicketClassRules.BOOK),
            new Listed("Questions", "every operation", QuestionRules.BOOK),
            new Listed("Venues", "create, update", VenueRules.BOOK),
            new Listed("Organizers", "create, update", OrganizerRules.BOOK),
            new Listed("Organizations", "every operation", OrganizationRules.BOOK),
            new Listed("Users and members", "every operation", UserRules.BOOK),
            new Listed("Access tokens", "every operation", TokenRules.BOOK),
            new Listed("The first token", "bring along", BootstrapRules.BOOK),
            new Listed("Organization profiles", "every operation", ProfileRules.BOOK),
            new Listed("Ticket operations", "record", TicketOperationRules.BOOK),
            new Listed("Statistics of several events", "ask", StatisticsQuestionRules.BOOK),
            new Listed("Statistics of one event", "ask", EventQuestionRules.EVENT),
            new Listed("Statistics as of an instant", "ask", EventQuestionRules.AS_OF),
            new Listed("Statistics over time", "ask", EventQuestionRules.SERIES));

    private RuleBooks() {}

    /**
     * A book as it is printed.
     *
     * @param title what it is about
     * @param operations what its rows guard that name no operation
     * @param book the rules
     */
    public record Listed(String title, String operations, RuleBook<?> book) {

        /** What each rule says of itself, in the order of the book. */
        public List<Rule.Heading> headings() {
            return book.rows().stream().<Rule.Heading>map(Rule::heading).toList();
        }

        /** What a rule of this book guards, in words. */
        public List<String> operations(Rule.Heading rule) {
            return rule.operations().isEmpty()
                    ? List.of(operations.split(", "))
                    : rule.operations().stream().map(Operation::word).toList();
        }
    }
}
