package dev.usher.adapters.http;

import dev.usher.core.Usher;
import dev.usher.core.access.Actor;
import dev.usher.core.rule.Outcome;
import dev.usher.core.service.EventStatistics;
import dev.usher.core.statistics.StatisticsQuestion;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;

/**
 * The organizer's report: the ticket statistics of up to eight events as of any instant.
 *
 * <p>{@code GET /organizer/report/events/statistics?eventIds=A&eventIds=B&dateTime=2025-05-21T06:00:00.000Z}. What is
 * resident is answered on the event loop.
 */
final class StatisticsEndpoint implements Endpoint {
    private final Usher usher;
    private final Doorkeeper doorkeeper;
    private final Workers workers;
    private final HttpSettings settings;

    @Inject
    StatisticsEndpoint(Usher usher, Doorkeeper doorkeeper, Workers workers, HttpSettings settings) {
        this.usher = usher;
        this.doorkeeper = doorkeeper;
        this.workers = workers;
        this.settings = settings;
    }

    @Override
    public void mount(Router router) {
        router.get(settings.statisticsPath()).handler(doorkeeper.admit(JsonOnly.of(this::report)));
    }

    private void report(RoutingContext context, Actor actor) {
        String query = Optional.ofNullable(context.request().query()).orElse("");
        Outcome<StatisticsRequest> read = StatisticsRequest.read(query);
        if (!(read instanceof Outcome.Accepted<StatisticsRequest> accepted)) {
            Answers.problem(context, Problem.refused(read.violations()));
            return;
        }
        StatisticsRequest request = accepted.value();
        StatisticsQuestion question = request.question();
        Optional<Outcome<List<EventStatistics>>> resident = usher.reporting().residentAsOf(actor, question);
        if (resident.isPresent()) {
            answer(context, request, resident.get());
        } else {
            workers.run(
                    context,
                    () -> usher.reporting().asOf(actor, question),
                    outcome -> answer(context, request, outcome));
        }
    }

    private static void answer(
            RoutingContext context, StatisticsRequest request, Outcome<List<EventStatistics>> outcome) {
        if (outcome instanceof Outcome.Accepted<List<EventStatistics>> accepted) {
            Answers.revalidated(context, StatisticsJson.of(accepted.value()));
        } else {
            Answers.problem(context, Problem.refused(request.explained(outcome.violations())));
        }
    }
}
