package dev.usher.adapters.http;

import dev.usher.core.Usher;
import dev.usher.core.attribute.Attribute;
import dev.usher.core.event.Belonging;
import dev.usher.core.event.Organizer;
import dev.usher.core.event.Venue;
import dev.usher.core.listing.Page;
import dev.usher.core.rule.Outcome;
import dev.usher.core.service.Belongings;
import io.vertx.ext.web.Router;
import jakarta.inject.Inject;
import java.util.List;

/**
 * The venues and organizers of the asker's organizations, each attribute a member of its own name.
 *
 * <p>{@code GET} and {@code POST /usher/v1/venues}, {@code GET} and {@code PATCH /usher/v1/venues/ID}; the same with {@code
 * organizers}.
 */
final class BelongingsEndpoint implements Endpoint {
    private final NativeRoutes routes;
    private final Belongings<Venue> venues;
    private final Belongings<Organizer> organizers;

    @Inject
    BelongingsEndpoint(Usher usher, NativeRoutes routes) {
        this.routes = routes;
        this.venues = usher.venues();
        this.organizers = usher.organizers();
    }

    @Override
    public void mount(Router router) {
        new Sort<>("venue", Venue.ATTRIBUTES, venues).mount(router, routes);
        new Sort<>("organizer", Organizer.ATTRIBUTES, organizers).mount(router, routes);
    }

    private record Sort<B extends Belonging>(String word, List<Attribute<?>> attributes, Belongings<B> kept) {
        private static final int EXPECTED_BYTES = 500;
        private static final String ID = "id";

        void mount(Router router, NativeRoutes routes) {
            router.get(path()).handler(routes.asking(PageSearch.PARAMETERS, this::list));
            router.post(path()).handler(routes.telling("what shall be added", this::add));
            router.get(path() + "/:id").handler(routes.asking(this::show));
            router.patch(path() + "/:id").handler(routes.telling("what shall be different", this::change));
        }

        private String path() {
            return "/usher/v1/" + plural();
        }

        private String plural() {
            return word + "s";
        }

        private Outcome<NativeAnswer> list(NativeRequest request) {
            return PageSearch.read(request.query(), request.actor().organization())
                    .then(asked -> kept.list(request.actor(), asked.organization(), asked.page()))
                    .then(page -> Outcome.accepted(NativeAnswer.of(json(page))));
        }

        private Outcome<NativeAnswer> add(NativeRequest request, byte[] body) {
            return AttributeBody.of(attributes)
                    .with(OwnOrganization.MEMBER, Form.ID)
                    .judged(
                            body,
                            OwnOrganization::faults,
                            (told, change) -> kept.create(request.actor(), OwnOrganization.of(request, told), change))
                    .then(made -> Outcome.accepted(NativeAnswer.made(path() + "/" + made.id(), json(made))
                            .at(made.version())));
        }

        private Outcome<NativeAnswer> show(NativeRequest request) {
            return request.number(ID, word)
                    .then(number -> kept.find(request.actor(), number))
                    .then(this::answer);
        }

        private Outcome<NativeAnswer> change(NativeRequest request, byte[] body) {
            return request.ifVersion()
                    .then(version -> request.number(ID, word)
                            .then(number -> AttributeBody.of(attributes)
                                    .judged(body, change -> kept.update(request.actor(), number, change, version))))
                    .then(this::answer);
        }

        private Outcome<NativeAnswer> answer(B one) {
            return Outcome.accepted(NativeAnswer.of(json(one)).at(one.version()));
        }

        private JsonBytes json(B one) {
            return write(new JsonBytes(EXPECTED_BYTES), one);
        }

        private JsonBytes json(Page<B> page) {
            return PageJson.of(plural(), page, EXPECTED_BYTES, this::write);
        }

        private JsonBytes write(JsonBytes json, B one) {
            json.beginObject().member("id").text(Long.toString(one.id()));
            json.member("organization_id").text(Long.toString(one.organization()));
            json.member("version").number(one.version());
            return AttributeJson.write(json, attributes, one.attributes()).endObject();
        }
    }
}
