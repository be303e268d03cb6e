package dev.usher.core.store;

import dev.usher.core.event.EventRef;
import dev.usher.core.event.Question;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Questions, in memory. */
record MemoryQuestions(MemoryTransaction transaction) implements QuestionTable {
    private static final MemoryTable<InEvent, Question> QUESTIONS = new MemoryTable<>("questions");

    @Override
    public void add(Question question) {
        transaction.putNew(
                QUESTIONS, new InEvent(question.event(), question.id()), question, "question " + question.id());
    }

    @Override
    public Optional<Question> find(EventRef event, long id) {
        return transaction.row(QUESTIONS, new InEvent(event, id));
    }

    @Override
    public boolean remove(EventRef event, long id) {
        return transaction.remove(QUESTIONS, new InEvent(event, id));
    }

    @Override
    public List<Question> of(EventRef event) {
        return transaction
                .from(QUESTIONS, InEvent.first(event), key -> key.event().equals(event))
                .stream()
                .sorted(Comparator.comparing(
                        found -> found.attributes().get(Question.SORTING).orElseThrow()))
                .toList();
    }
}
