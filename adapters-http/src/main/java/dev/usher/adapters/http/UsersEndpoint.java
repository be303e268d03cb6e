package dev.usher.adapters.http;

import dev.usher.core.Usher;
import dev.usher.core.access.Actor;
import dev.usher.core.access.Membership;
import dev.usher.core.access.Role;
import dev.usher.core.access.User;
import dev.usher.core.access.UserWish;
import dev.usher.core.rule.Outcome;
import dev.usher.core.rule.RuleKind;
import dev.usher.core.rule.Violation;
import dev.usher.core.service.Users;
import io.vertx.ext.web.Router;
import jakarta.inject.Inject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The people: {@code GET} and {@code POST /usher/v1/users} for the members of the asker's organization, {@code GET
 * /usher/v1/users/ID} for one of them; {@code GET /usher/v1/organizations/ID/members} for those of any organization that is
 * open to the asker, and {@code PUT} and {@code DELETE …/members/USER}, by which people join, change roles and leave.
 */
final class UsersEndpoint implements Endpoint {
    private static final String PATH = "/usher/v1/users";
    private static final String MEMBERS = OrganizationsEndpoint.PATH + "/:id/members";
    private static final String USER_PART = "user";
    private static final Map<String, Form> USER = new LinkedHashMap<>();

    static {
        USER.put("email", Form.TEXT);
        USER.put("firstName", Form.TEXT);
        USER.put("lastName", Form.TEXT);
        USER.put(RoleMember.NAME, Form.TEXT);
    }

    private final Usher usher;
    private final NativeRoutes routes;

    @Inject
    UsersEndpoint(Usher usher, NativeRoutes routes) {
        this.usher = usher;
        this.routes = routes;
    }

    @Override
    public void mount(Router router) {
        router.get(PATH)
                .handler(routes.asking(
                        request -> members(request, request.actor().organization())));
        router.post(PATH).handler(routes.telling("email, firstName, lastName and role", this::create));
        router.get(PATH + "/:user").handler(routes.asking(this::show));
        router.get(MEMBERS)
                .handler(routes.asking(
                        request -> organization(request).then(organization -> members(request, organization))));
        router.put(MEMBERS + "/:user").handler(routes.telling("role", this::join));
        router.delete(MEMBERS + "/:user").handler(routes.asking(this::leave));
    }

    private Outcome<NativeAnswer> members(NativeRequest request, long organization) {
        return usher.users().members(request.actor(), organization).then(members -> {
            JsonBytes json = new JsonBytes(64 + members.size() * 128).beginArray();
            members.forEach(member -> write(json.beginObject(), member).endObject());
            return Outcome.accepted(NativeAnswer.of(json.endArray()));
        });
    }

    private Outcome<NativeAnswer> create(NativeRequest request, byte[] body) {
        return ObjectReader.object(body, USER)
                .then(read -> created(request.actor(), read))
                .then(made -> Outcome.accepted(
                        NativeAnswer.made(PATH + "/" + made.user().id(), json(made))));
    }

    /** What cannot be read is judged as an operator's, whom no organization has, so that the rest is judged without any effect. */
    private Outcome<Users.Member> created(Actor actor, ObjectReader.Read<Told> read) {
        Told told = read.told();
        Outcome<Role> role = RoleMember.read(told.text(RoleMember.NAME).or(() -> Optional.of(Role.MEMBER.word())));
        ObjectReader.Read<Told> judged = read.with(role.violations());
        if (judged.faults().isEmpty()) {
            return usher.users().create(actor, wish(told), role.orThrow());
        }
        Stream<Violation> others = usher.users().create(actor, wish(told), Role.OPERATOR).violations().stream()
                .filter(violation -> !violation.path().equals(RoleMember.NAME));
        return Outcome.rejected(judged.and(others.toList()));
    }

    private static UserWish wish(Told told) {
        return new UserWish(
                told.text("email").orElse(""),
                told.text("firstName").orElse(""),
                told.text("lastName").orElse(""));
    }

    /** Who it is, and of which organizations the asker sees the user be a member. */
    private Outcome<NativeAnswer> show(NativeRequest request) {
        return user(request)
                .then(id -> named(
                        request,
                        usher.users()
                                .find(request.actor(), id)
                                .then(user -> usher.users()
                                        .memberships(request.actor(), id)
                                        .then(memberships ->
                                                Outcome.accepted(NativeAnswer.of(json(user, memberships)))))));
    }

    private Outcome<NativeAnswer> join(NativeRequest request, byte[] body) {
        return ObjectReader.object(
                        body, Map.of(RoleMember.NAME, Form.TEXT), told -> RoleMember.read(told.text(RoleMember.NAME)))
                .then(role -> organization(request).then(organization -> joined(request, organization, role)))
                .then(member -> Outcome.accepted(NativeAnswer.of(json(member))));
    }

    private Outcome<Users.Member> joined(NativeRequest request, long organization, Role role) {
        String said = request.part(USER_PART);
        Outcome<Users.Member> joined = said.contains("@")
                ? usher.users().join(request.actor(), organization, said, role)
                : user(request).then(user -> usher.users().join(request.actor(), organization, user, role));
        return named(request, joined);
    }

    private Outcome<NativeAnswer> leave(NativeRequest request) {
        return organization(request)
                .then(organization -> user(request)
                        .then(user -> named(request, usher.users().leave(request.actor(), organization, user))))
                .then(gone -> Outcome.accepted(NativeAnswer.done()));
    }

    private static Outcome<Long> organization(NativeRequest request) {
        return request.number("id", OrganizationsEndpoint.ORGANIZATION);
    }

    private static Outcome<Long> user(NativeRequest request) {
        return request.number(USER_PART, USER_PART);
    }

    /** The same outcome; a user who is not there is named as the path does. */
    private static <T> Outcome<T> named(NativeRequest request, Outcome<T> outcome) {
        boolean isUnknown = outcome.violations().stream()
                .anyMatch(violation -> violation.kind() == RuleKind.EXISTENCE
                        && violation.path().equals(USER_PART));
        return isUnknown
                ? Outcome.rejected(NativeRequest.unknown(
                        USER_PART,
                        request.part(USER_PART),
                        "; expected the number of a member, or, to join, an e-mail address"))
                : outcome;
    }

    private static JsonBytes json(Users.Member member) {
        return write(new JsonBytes(128).beginObject(), member).endObject();
    }

    private static JsonBytes json(User user, List<Membership> memberships) {
        JsonBytes json = write(new JsonBytes(256).beginObject(), user)
                .member("memberships")
                .beginArray();
        memberships.forEach(membership -> {
            json.beginObject().member("organization").text(Long.toString(membership.organization()));
            json.member(RoleMember.NAME).text(membership.role().word()).endObject();
        });
        return json.endArray().endObject();
    }

    private static JsonBytes write(JsonBytes json, Users.Member member) {
        return write(json, member.user())
                .member(RoleMember.NAME)
                .text(member.role().word());
    }

    private static JsonBytes write(JsonBytes json, User user) {
        json.member("id").text(Long.toString(user.id()));
        json.member("email").text(user.email());
        json.member("firstName").text(user.firstName());
        return json.member("lastName").text(user.lastName());
    }
}
