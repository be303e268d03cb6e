package dev.usher.adapters.http;

import dev.usher.core.Usher;
import dev.usher.core.access.Organization;
import dev.usher.core.access.Profile;
import dev.usher.core.access.Role;
import dev.usher.core.rule.Outcome;
import io.vertx.ext.web.Router;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.Optional;

/**
 * The organizations a token opens, and how each does business.
 *
 * <p>{@code GET} and {@code POST /usher/v1/organizations}, the latter for the operator alone; {@code GET} and {@code PATCH
 * /usher/v1/organizations/ID}, the latter for owners.
 */
final class OrganizationsEndpoint implements Endpoint {
    static final String PATH = "/usher/v1/organizations";

    /** What the number in a path belongs to. */
    static final String ORGANIZATION = "organization";

    private static final String EXTERNAL_ID = "externalId";
    private static final AttributeBody CHANGE = AttributeBody.of(Profile.ATTRIBUTES);

    private final Usher usher;
    private final NativeRoutes routes;

    @Inject
    OrganizationsEndpoint(Usher usher, NativeRoutes routes) {
        this.usher = usher;
        this.routes = routes;
    }

    @Override
    public void mount(Router router) {
        router.get(PATH).handler(routes.asking(this::list));
        router.post(PATH).handler(routes.telling("externalId", this::create));
        router.get(PATH + "/:id").handler(routes.asking(this::show));
        router.patch(PATH + "/:id").handler(routes.telling("what shall be different", this::change));
    }

    private Outcome<NativeAnswer> list(NativeRequest request) {
        JsonBytes json = new JsonBytes(256).beginArray();
        usher.organizations()
                .openTo(request.actor())
                .forEach(organization -> write(
                                json.beginObject(),
                                organization,
                                request.actor().in(organization.id()))
                        .endObject());
        return Outcome.accepted(NativeAnswer.of(json.endArray()));
    }

    private Outcome<NativeAnswer> create(NativeRequest request, byte[] body) {
        return ObjectReader.object(body, Map.of(EXTERNAL_ID, Form.TEXT), Outcome::accepted)
                .then(told -> usher.organizations()
                        .create(request.actor(), told.text(EXTERNAL_ID).orElse("")))
                .then(made -> Outcome.accepted(NativeAnswer.made(
                        PATH + "/" + made.id(),
                        write(new JsonBytes(128).beginObject(), made, Optional.of(Role.OPERATOR))
                                .endObject())));
    }

    private Outcome<NativeAnswer> show(NativeRequest request) {
        return request.number("id", ORGANIZATION)
                .then(number -> usher.profiles().read(request.actor(), number))
                .then(profile -> answer(request, profile));
    }

    private Outcome<NativeAnswer> change(NativeRequest request, byte[] body) {
        return request.ifVersion()
                .then(version -> request.number("id", ORGANIZATION)
                        .then(number -> CHANGE.judged(
                                body, change -> usher.profiles().change(request.actor(), number, change, version))))
                .then(profile -> answer(request, profile));
    }

    private Outcome<NativeAnswer> answer(NativeRequest request, Profile profile) {
        Optional<Organization> organization = usher.organizations().find(profile.organization());
        if (organization.isEmpty()) {
            return Outcome.rejected(
                    NativeRequest.unknown(ORGANIZATION, request.part("id"), "; expected one that the token opens"));
        }
        JsonBytes json = write(
                new JsonBytes(512).beginObject(),
                organization.get(),
                request.actor().in(profile.organization()));
        json.member("version").number(profile.version());
        AttributeJson.write(json, Profile.ATTRIBUTES, profile.attributes());
        return Outcome.accepted(NativeAnswer.of(json.endObject()).at(profile.version()));
    }

    private static JsonBytes write(JsonBytes json, Organization organization, Optional<Role> role) {
        json.member("id").text(Long.toString(organization.id()));
        json.member(EXTERNAL_ID).text(organization.externalId());
        json.member(RoleMember.NAME).text(role.map(Role::word).orElse(""));
        return json;
    }
}
