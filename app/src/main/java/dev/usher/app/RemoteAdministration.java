package dev.usher.app;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.usher.core.access.Organization;
import dev.usher.core.access.Profile;
import dev.usher.core.access.Role;
import dev.usher.core.access.User;
import dev.usher.core.access.UserWish;
import dev.usher.core.attribute.Attribute;
import dev.usher.core.attribute.Attributes;
import dev.usher.core.attribute.Change;
import dev.usher.core.attribute.Kind;
import dev.usher.core.event.EventAttributes;
import dev.usher.core.rule.Field;
import dev.usher.core.rule.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.StringJoiner;

/**
 * Organizations and people of a store that a running service holds, asked over HTTP.
 *
 * @param client the way there
 */
record RemoteAdministration(ServiceClient client) implements Administration {
    static final String ORGANIZATIONS = "/usher/v1/organizations";

    private static final String USERS = "/usher/v1/users";
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    @Override
    public Outcome<List<House>> organizations() {
        return client.get(Organization.DEFAULT, ORGANIZATIONS).then(list -> {
            List<House> houses = new ArrayList<>();
            list.forEach(house -> houses.add(house(house)));
            return Outcome.accepted(houses);
        });
    }

    @Override
    public Outcome<House> createOrganization(String organization) {
        return client.postJson(
                        Organization.DEFAULT, ORGANIZATIONS, JSON.objectNode().put("externalId", organization))
                .then(made -> Outcome.accepted(house(made)));
    }

    @Override
    public Outcome<Attributes> profile(String organization) {
        return path(organization)
                .then(path -> client.get(organization, path))
                .then(profile -> Outcome.accepted(attributes(profile, Profile.ATTRIBUTES)));
    }

    @Override
    public Outcome<Attributes> changeProfile(String organization, Change change) {
        return path(organization)
                .then(path -> client.patchJson(organization, path, body(change)))
                .then(profile -> Outcome.accepted(attributes(profile, Profile.ATTRIBUTES)));
    }

    @Override
    public Outcome<Person> createUser(String organization, UserWish wish, Role role) {
        ObjectNode body = JSON.objectNode()
                .put("email", wish.email())
                .put("firstName", wish.firstName())
                .put("lastName", wish.lastName())
                .put("role", role.word());
        return client.postJson(organization, USERS, body).then(made -> Outcome.accepted(person(made)));
    }

    @Override
    public Outcome<List<Person>> members(String organization) {
        return client.get(organization, USERS).then(list -> {
            List<Person> people = new ArrayList<>();
            list.forEach(person -> people.add(person(person)));
            return Outcome.accepted(people);
        });
    }

    @Override
    public Outcome<Person> join(String organization, String user, Role role) {
        ObjectNode body = JSON.objectNode().put("role", role.word());
        return path(organization)
                .then(path -> client.putJson(organization, path + "/members/" + ServiceClient.encoded(user), body))
                .then(member -> Outcome.accepted(person(member)));
    }

    @Override
    public Outcome<Long> leave(String organization, long user) {
        return path(organization)
                .then(path -> client.delete(organization, path + "/members/" + user))
                .then(gone -> Outcome.accepted(user));
    }

    @Override
    public Outcome<Attributes> settleEvent(String organization, String event, Change change) {
        return client.patchJson(
                        organization, RemoteEngine.EVENTS + ServiceClient.encoded(event) + "/settlement", body(change))
                .then(settled -> Outcome.accepted(attributes(settled, EventAttributes.NATIVE)));
    }

    private static ObjectNode body(Change change) {
        ObjectNode body = JSON.objectNode();
        change.mentioned().forEach(attribute -> put(body, attribute, change));
        return body;
    }

    private Outcome<String> path(String organization) {
        return organizations()
                .then(houses -> houses.stream()
                        .filter(house -> house.externalId().equals(organization))
                        .findFirst()
                        .map(house -> Outcome.accepted(ORGANIZATIONS + "/" + house.id()))
                        .orElseGet(() -> Outcome.rejected(UnknownOrganization.of(
                                organization,
                                houses.stream().map(House::externalId).toList()))));
    }

    private static <T> void put(ObjectNode body, Attribute<T> attribute, Change change) {
        Field<T> field = change.field(attribute);
        if (field instanceof Field.Said<T> said) {
            put(body, attribute, said.value());
        } else if (field instanceof Field.Unreadable<T> unreadable) {
            putUnreadable(body, attribute, unreadable.text());
        } else {
            body.putNull(attribute.name());
        }
    }

    /** What cannot be read is sent in the form of its attribute, so that the service refuses it as an open store does; a flag for its form. */
    private static void putUnreadable(ObjectNode body, Attribute<?> attribute, String text) {
        if (attribute.kind() instanceof Kind.Choices) {
            putAll(body, attribute, List.of(text.split(",", -1)));
        } else {
            body.put(attribute.name(), text);
        }
    }

    private static void putAll(ObjectNode body, Attribute<?> attribute, List<?> words) {
        ArrayNode array = body.putArray(attribute.name());
        words.forEach(word -> array.add(word.toString()));
    }

    private static <T> void put(ObjectNode body, Attribute<T> attribute, T value) {
        if (value instanceof List<?> words) {
            putAll(body, attribute, words);
        } else if (attribute.kind() instanceof Kind.Whole && value instanceof Long number) {
            body.put(attribute.name(), number);
        } else if (value instanceof Boolean flag) {
            body.put(attribute.name(), flag);
        } else {
            body.put(attribute.name(), attribute.kind().write(value));
        }
    }

    private static Attributes attributes(JsonNode told, List<Attribute<?>> table) {
        Attributes attributes = Attributes.NONE;
        for (Attribute<?> attribute : table) {
            attributes = with(attributes, attribute, told.path(attribute.name()));
        }
        return attributes;
    }

    private static <T> Attributes with(Attributes attributes, Attribute<T> attribute, JsonNode value) {
        if (value.isNull() || value.isMissingNode()) {
            return attributes;
        }
        StringJoiner words = new StringJoiner(",");
        value.forEach(word -> words.add(word.asText()));
        Field<T> read = attribute.kind().read(value.isArray() ? words.toString() : value.asText());
        return attributes.with(attribute, read.said());
    }

    private static House house(JsonNode house) {
        return new House(house.path("id").asLong(), house.path("externalId").asText());
    }

    private static Person person(JsonNode person) {
        User user = new User(
                person.path("id").asLong(),
                person.path("email").asText(),
                person.path("firstName").asText(),
                person.path("lastName").asText());
        return new Person(
                user.id(), user.email(), user.name(), person.path("role").asText());
    }
}
