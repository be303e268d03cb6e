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
import java.util.Map;

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
        new Sort<>("venues", Venue.ATTRIBUTES, venues).mount(router, routes);
        new Sort<>("organizers", Organizer.ATTRIBUTES, organizers).mount(router, routes);
    }

    private record Sort<B extends Belonging>(String word, List<Attribute<?>> attributes, Belongings<B> kept) {
        private static final int EXPECTED_BYTES = 500;

        void mount(Router router, NativeRoutes routes) {
            router.get(path()).handler(routes.asking(this::list));
            router.post(path()).handler(routes.telling("what shall be added", this::add));
            router.get(path() + "/:id").handler(routes.asking(this::show));
            router.patch(path() + "/:id").handler(routes.telling("what shall be different", this::change));
        }

        private String path() {
            return "/usher/v1/" + word;
        }

        private Outcome<NativeAnswer> list(NativeRequest request) {
            return request.fields(PageSearch.PARAMETERS)
                    .then(fields -> PageSearch.read(fields, request.actor().organization()))
                    .then(asked -> kept.list(request.actor(), asked.organization(), asked.page()))
                    .then(page -> Outcome.accepted(NativeAnswer.of(json(page))));
        }

        private Outcome<NativeAnswer> add(NativeRequest request, byte[] body) {
            Map<String, Form> forms = Form.of(attributes);
            forms.put(OwnOrganization.MEMBER, Form.ID);
            return ObjectReader.object(body, forms)
                    .then(told -> OwnOrganization.of(request, told)
                            .then(organization -> AttributePaths.named(
                                    kept.create(request.actor(), organization, told.change(attributes)), attributes)))
                    .then(made -> Outcome.accepted(NativeAnswer.made(path() + "/" + made.id(), json(made))
                            .at(made.version())));
        }

        private Outcome<NativeAnswer> show(NativeRequest request) {
            return kept.find(request.actor(), request.number("id")).then(this::answer);
        }

        private Outcome<NativeAnswer> change(NativeRequest request, byte[] body) {
            return ObjectReader.object(body, Form.of(attributes))
                    .then(told -> request.ifVersion()
                            .then(version -> AttributePaths.named(
                                    kept.update(
                                            request.actor(), request.number("id"), told.change(attributes), version),
                                    attributes)))
                    .then(this::answer);
        }

        private Outcome<NativeAnswer> answer(B one) {
            return Outcome.accepted(NativeAnswer.of(json(one)).at(one.version()));
        }

        private JsonBytes json(B one) {
            return write(new JsonBytes(EXPECTED_BYTES), one);
        }

        private JsonBytes json(Page<B> page) {
            return PageJson.of(word, page, EXPECTED_BYTES, this::write);
        }

        private JsonBytes write(JsonBytes json, B one) {
            json.beginObject().member("id").text(Long.toString(one.id()));
            json.member("organization_id").text(Long.toString(one.organization()));
            json.member("version").number(one.version());
            return AttributeJson.write(json, attributes, one.attributes()).endObject();
        }
    }
}
