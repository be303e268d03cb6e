package dev.usher.core.event;

import dev.usher.core.attribute.Attribute;
import dev.usher.core.attribute.Attributes;
import dev.usher.core.attribute.Kind;
import java.util.List;
import java.util.stream.Stream;

/**
 * What the organizer asks of those who buy, such as the size of a shirt.
 *
 * @param event the event it is asked for
 * @param id engine-wide number
 * @param attributes what is known of it, see the constants
 * @param choices what can be chosen from, where it is a choice
 * @param ticketClasses numbers of the classes it is limited to; empty for all
 */
public record Question(EventRef event, long id, Attributes attributes, List<Choice> choices, List<Long> ticketClasses) {
    private static final Kind<Boolean> FLAG = new Kind.Flag();
    private static final Kind<String> PARAGRAPHS = new Kind.Text(10_000);

    public static final Attribute<String> TEXT = Attribute.of("question", "question.question.html", PARAGRAPHS);
    public static final Attribute<Boolean> REQUIRED = Attribute.of("required", "question.required", FLAG, false);
    public static final Attribute<String> TYPE = Attribute.of(
            "type",
            "question.type",
            Kind.Choice.of("checkbox", "dropdown", "text", "paragraph", "radio", "waiver"),
            "text");
    public static final Attribute<String> RESPONDENT = Attribute.of(
            "respondent", "question.respondent", Kind.Choice.of("ticket_buyer", "attendee"), "ticket_buyer");
    public static final Attribute<String> WAIVER = Attribute.of("waiver", "question.waiver", PARAGRAPHS);
    public static final Attribute<Long> PARENT = Attribute.of("parent_id", "question.parent_id", new Kind.Reference());
    public static final Attribute<Long> PARENT_CHOICE =
            Attribute.of("parent_choice_id", "question.parent_choice_id", new Kind.Reference());
    public static final Attribute<Boolean> DISPLAY_ANSWER_ON_ORDER =
            Attribute.of("display_answer_on_order", "question.display_answer_on_order", FLAG, false);

    /** Of a canned question, its kind, such as {@code job_title}; a custom one has none. */
    public static final Attribute<String> CANNED_TYPE =
            Attribute.of("canned_type", "question.canned_type", new Kind.Text(Kind.Text.SHORT));

    /** What can be chosen, with mark-up. */
    public static final Kind<String> ANSWER = PARAGRAPHS;

    public static final Attribute<Long> SORTING = Attribute.of("sorting", "sorting", new Kind.Whole(0, 10_000_000), 1L);

    /** What a request may say, beside choices and ticket classes (EB-18.p.*, EB-20.p.*). */
    public static final List<Attribute<?>> DETAILS = List.of(
            TEXT, REQUIRED, TYPE, RESPONDENT, WAIVER, PARENT, PARENT_CHOICE, DISPLAY_ANSWER_ON_ORDER, CANNED_TYPE);

    /** All of them. */
    public static final List<Attribute<?>> ALL =
            Stream.concat(DETAILS.stream(), Stream.of(SORTING)).toList();

    /**
     * Something that can be chosen.
     *
     * @param id engine-wide number
     * @param answer with mark-up
     */
    public record Choice(long id, String answer) {}

    public Question {
        choices = List.copyOf(choices);
        ticketClasses = List.copyOf(ticketClasses);
    }
}
