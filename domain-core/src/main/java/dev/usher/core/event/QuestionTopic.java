package dev.usher.core.event;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What a question that stands ready asks for, such as the job title; the word is its id (EB-17). */
public enum QuestionTopic {
    PREFIX("Prefix", "contact_information"),
    FIRST_NAME("First Name", "contact_information"),
    LAST_NAME("Last Name", "contact_information"),
    SUFFIX("Suffix", "contact_information"),
    EMAIL("Email", "contact_information"),
    HOME_PHONE("Home Phone", "contact_information"),
    CELL_PHONE("Cell Phone", "contact_information"),
    BILLING_ADDRESS("Billing Address", "contact_information"),
    HOME_ADDRESS("Home Address", "contact_information"),
    SHIPPING_ADDRESS("Shipping Address", "contact_information"),
    GENDER("Gender", "personal_information"),
    AGE("Age", "personal_information"),
    BIRTH_DATE("Birth Date", "personal_information"),
    JOB_TITLE("Job Title", "work_information"),
    COMPANY("Company", "work_information"),
    WORK_ADDRESS("Work Address", "work_information"),
    WORK_PHONE("Work Phone", "work_information"),
    WEBSITE("Website", "work_information"),
    BLOG("Blog", "work_information");

    private final String text;
    private final String group;

    QuestionTopic(String text, String group) {
        this.text = text;
        this.group = group;
    }

    /** As it is written: {@code job_title}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** How it is asked unless the organizer words it. */
    public String text() {
        return text;
    }

    /** The word of the group it is shown in: {@code work_information}. */
    public String group() {
        return group;
    }

    /** What the group is called where it is shown: {@code Work Information}. */
    public String groupName() {
        return switch (group) {
            case "contact_information" -> "Contact Information";
            case "personal_information" -> "Personal Information";
            default -> "Work Information";
        };
    }

    /** True when no event can do without it. */
    public boolean isAlwaysAsked() {
        return this == FIRST_NAME || this == LAST_NAME || this == EMAIL;
    }

    /** True when an event offers it: one that is only online ships nothing. */
    public boolean isOfferedBy(Event event) {
        return this != SHIPPING_ADDRESS || !event.is(EventAttributes.ONLINE);
    }

    /** The topic of that word. */
    public static Optional<QuestionTopic> of(String word) {
        return Arrays.stream(values())
                .filter(topic -> topic.word().equals(word))
                .findFirst();
    }

    /** All words. */
    public static List<String> words() {
        return Arrays.stream(values()).map(QuestionTopic::word).toList();
    }
}
