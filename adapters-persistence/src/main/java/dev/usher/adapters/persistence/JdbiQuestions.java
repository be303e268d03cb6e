package dev.usher.adapters.persistence;

import dev.usher.core.event.EventRef;
import dev.usher.core.event.Question;
import dev.usher.core.event.Question.Choice;
import dev.usher.core.store.QuestionTable;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** Questions in their table; what can be chosen, and which classes they are limited to, in tables of their own. */
record JdbiQuestions(Handle handle) implements QuestionTable {
    private static final ConceptTable<Question> QUESTIONS =
            new ConceptTable<>("question", "id", List.of("organization_id", "event_id", "id"), Question.ALL, row -> {
                EventRef event = new EventRef(row.getLong("organization_id"), row.getLong("event_id"));
                long id = row.getLong("id");
                return attributes -> new Question(event, id, attributes, List.of(), List.of());
            });
    private static final String ADD_CHOICE = """
            INSERT INTO question_choice (question_id, place, id, answer)
            VALUES (:question, :place, :id, :answer)""";
    private static final String CHOICES = """
            SELECT id, answer FROM question_choice
            WHERE question_id = :question ORDER BY question_id, place""";
    private static final String ADD_CLASS = """
            INSERT INTO question_ticket_class (question_id, place, ticket_class_id)
            VALUES (:question, :place, :class)""";
    private static final String CLASSES = """
            SELECT ticket_class_id FROM question_ticket_class
            WHERE question_id = :question ORDER BY question_id, place""";

    @Override
    public void add(Question question) {
        QUESTIONS.add(handle, question.id(), identity(question.event(), question.id()), question.attributes());
        int place = 0;
        for (Choice choice : question.choices()) {
            handle.createUpdate(ADD_CHOICE)
                    .bind("question", question.id())
                    .bind("place", place++)
                    .bind("id", choice.id())
                    .bind("answer", choice.answer())
                    .execute();
        }
        for (long ticketClass : question.ticketClasses()) {
            handle.createUpdate(ADD_CLASS)
                    .bind("question", question.id())
                    .bind("place", place++)
                    .bind("class", ticketClass)
                    .execute();
        }
    }

    @Override
    public boolean remove(EventRef event, long id) {
        if (find(event, id).isEmpty()) {
            return false;
        }
        for (String belonging : List.of("question_choice", "question_ticket_class")) {
            handle.createUpdate("DELETE FROM " + belonging + " WHERE question_id = :id")
                    .bind("id", id)
                    .execute();
        }
        return QUESTIONS.remove(handle, id, identity(event, id));
    }

    @Override
    public Optional<Question> find(EventRef event, long id) {
        return of(
                        event,
                        " AND c.id = :id",
                        Map.of("organization", event.organization(), "event", event.event(), "id", id))
                .stream()
                .findFirst();
    }

    @Override
    public List<Question> of(EventRef event) {
        return of(
                event,
                " ORDER BY COALESCE(c.sorting, " + Question.SORTING.initial().orElseThrow() + "), c.id",
                Map.of("organization", event.organization(), "event", event.event()));
    }

    private List<Question> of(EventRef event, String which, Map<String, Long> parameters) {
        return QUESTIONS
                .where(handle, "WHERE c.organization_id = :organization AND c.event_id = :event" + which, parameters)
                .stream()
                .map(bare -> new Question(event, bare.id(), bare.attributes(), choices(bare), classes(bare)))
                .toList();
    }

    private static Map<String, Long> identity(EventRef event, long id) {
        return Map.of("organization_id", event.organization(), "event_id", event.event(), "id", id);
    }

    private List<Choice> choices(Question question) {
        return handle.createQuery(CHOICES)
                .bind("question", question.id())
                .map((row, context) -> new Choice(row.getLong("id"), row.getString("answer")))
                .list();
    }

    private List<Long> classes(Question question) {
        return handle.createQuery(CLASSES)
                .bind("question", question.id())
                .mapTo(Long.class)
                .list();
    }
}
