package dev.usher.adapters.http;

import dev.usher.core.Usher;
import dev.usher.core.access.Actor;
import dev.usher.core.access.Organization;
import dev.usher.core.access.OrganizationFacts;
import dev.usher.core.access.OrganizationRules;
import dev.usher.core.access.Role;
import dev.usher.core.access.TokenDigest;
import dev.usher.core.rule.Outcome;
import dev.usher.core.rule.OutsideText;
import dev.usher.core.rule.RuleKind;
import dev.usher.core.rule.Violation;
import io.vertx.core.Handler;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Inject;
import java.nio.charset.CharacterCodingException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiConsumer;
import java.util.function.Function;

/**
 * Lets in who bears a good token, and says on whose behalf; everybody else gets 401.
 *
 * <p>A token that is fresh in memory is recognised on the event loop; for another one the store is asked elsewhere, while
 * the request's body waits. The operator's secret acts for the organization that the header {@code X-Usher-Organization}
 * names, percent-encoded where it is not plain ASCII; for all others that header means nothing.
 */
public final class Doorkeeper {
    private static final CharSequence ORGANIZATION = HttpHeaders.createOptimized("x-usher-organization");
    private static final int MOST_REMEMBERED = 10_000;

    private final Usher usher;
    private final Workers workers;
    private final Map<String, Long> organizations = new ConcurrentHashMap<>();

    @Inject
    Doorkeeper(Usher usher, Workers workers) {
        this.usher = usher;
        this.workers = workers;
    }

    /** A handler that passes on only requests with a good token, with whoever bears it. */
    Handler<RoutingContext> admit(BiConsumer<RoutingContext, Actor> inside) {
        return context -> admit(context, Credentials.in(context.request().headers()), inside);
    }

    /** Passes on one request in the same way, for a dialect that reads tokens in its own. */
    public void admit(RoutingContext context, Credentials credentials, BiConsumer<RoutingContext, Actor> inside) {
        admit(context, credentials, this::there, inside);
    }

    /** The same for requests that bring ticket operations, for which an organization is made when there is none yet. */
    Handler<RoutingContext> admitWithOperations(BiConsumer<RoutingContext, Actor> inside) {
        return context -> admit(
                context, Credentials.in(context.request().headers()), usher.organizations()::findOrCreate, inside);
    }

    private void admit(
            RoutingContext context,
            Credentials credentials,
            Function<String, Outcome<Organization>> named,
            BiConsumer<RoutingContext, Actor> inside) {
        if (credentials.token().isPresent()) {
            identify(context, credentials.token().get(), named, inside);
        } else {
            Answers.problem(context, credentials.problem().orElseThrow());
        }
    }

    private void identify(
            RoutingContext context,
            TokenDigest digest,
            Function<String, Outcome<Organization>> named,
            BiConsumer<RoutingContext, Actor> inside) {
        if (usher.accessTokens().isOperator(digest)) {
            actAsOperator(context, named, inside);
            return;
        }
        Optional<Actor> resident = usher.accessTokens().recognise(digest, due -> lookUpAgain(context, due));
        if (resident.isPresent()) {
            inside.accept(context, resident.get());
            return;
        }
        context.request().pause();
        workers.run(context, () -> usher.accessTokens().authenticate(digest), bearer -> {
            if (bearer.isPresent()) {
                inside.accept(context, bearer.get());
            } else {
                Answers.problem(context, Credentials.UNKNOWN);
            }
            context.request().resume();
        });
    }

    /** Nobody waits for it; if it fails, the token is forgotten in a moment and whoever comes next asks the store. */
    private void lookUpAgain(RoutingContext context, TokenDigest digest) {
        workers.aside(context.vertx(), () -> usher.accessTokens().lookUp(digest));
    }

    private void actAsOperator(
            RoutingContext context,
            Function<String, Outcome<Organization>> named,
            BiConsumer<RoutingContext, Actor> inside) {
        String header = context.request().getHeader(ORGANIZATION);
        String name;
        try {
            name = header == null ? Organization.DEFAULT : QueryString.decoded(header.replace("+", "%2B"));
        } catch (CharacterCodingException broken) {
            Answers.problem(
                    context,
                    Problem.refused(
                            List.of(
                                    new Violation(
                                            RuleKind.SHAPE,
                                            "INVALID_ORGANIZATION",
                                            "X-Usher-Organization",
                                            "the header X-Usher-Organization is '" + header
                                                    + "'; expected a name in ASCII or percent-encoded UTF-8, with %25 for a percent sign"))));
            return;
        }
        Optional<Long> known = Optional.ofNullable(organizations.get(name));
        if (known.isPresent()) {
            inside.accept(context, new Actor(known.get(), Role.OPERATOR));
            return;
        }
        context.request().pause();
        workers.run(context, () -> named.apply(name), outcome -> {
            if (outcome instanceof Outcome.Accepted<Organization> found) {
                remember(found.value());
                inside.accept(context, new Actor(found.value().id(), Role.OPERATOR));
            } else {
                Answers.problem(context, Problem.refused(outcome.violations()));
            }
            context.request().resume();
        });
    }

    /** The organization of that name; only the default one is made when it is needed first (decision 2). */
    private Outcome<Organization> there(String name) {
        if (name.equals(Organization.DEFAULT)) {
            return usher.organizations().findOrCreate(name);
        }
        return OrganizationRules.BOOK
                .judge(new OrganizationFacts(true, name, false), name)
                .then(possible -> usher.organizations()
                        .find(possible)
                        .map(Outcome::accepted)
                        .orElseGet(() -> Outcome.rejected(new Violation(
                                RuleKind.EXISTENCE,
                                "UNKNOWN_ORGANIZATION",
                                "organization",
                                "there is no organization '" + OutsideText.shown(possible)
                                        + "'; 'usher organization create' makes one"))));
    }

    /** An organization keeps its number for good, so it need not be looked up again. */
    private void remember(Organization organization) {
        if (organizations.size() >= MOST_REMEMBERED) {
            organizations.clear();
        }
        organizations.put(organization.externalId(), organization.id());
    }
}
