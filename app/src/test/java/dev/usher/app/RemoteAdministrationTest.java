package dev.usher.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.usher.app.Administration.House;
import dev.usher.app.Administration.Person;
import dev.usher.app.TrialService.Answer;
import dev.usher.app.TrialService.Asked;
import dev.usher.core.access.Profile;
import dev.usher.core.access.Role;
import dev.usher.core.access.UserWish;
import dev.usher.core.attribute.Attributes;
import dev.usher.core.attribute.Change;
import dev.usher.core.event.EventAttributes;
import dev.usher.core.rule.Field;
import dev.usher.core.rule.Violation;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** What the commands about organizations and people send to the service that holds the store, and make of its answers. */
class RemoteAdministrationTest {
    private static final String HOUSES =
            "[{\"id\":\"3\",\"externalId\":\"default\"},{\"id\":\"5\",\"externalId\":\"opera\",\"role\":\"operator\"}]";
    private static final String KIM =
            "{\"id\":\"7\",\"email\":\"kim@example.com\",\"firstName\":\"Kim\",\"lastName\":\"\",\"role\":\"owner\"}";

    private static Answer houses(Asked asked, Answer other) {
        return asked.line().equals("GET /usher/v1/organizations") ? new Answer(200, HOUSES) : other;
    }

    private static List<String> lines(TrialService service) {
        return service.asked().stream().map(Asked::line).toList();
    }

    private static Administration of(TrialService service) {
        return new RemoteAdministration(new ServiceClient(service.note()));
    }

    @Test
    void organizationsAreListedAndMade() {
        Function<Asked, Answer> answers = asked ->
                houses(asked, new Answer(201, "{\"id\":\"9\",\"externalId\":\"ballet\",\"role\":\"operator\"}"));
        try (TrialService service = new TrialService(answers)) {
            Administration administration = of(service);
            assertThat(Refused.unless(administration.organizations()))
                    .containsExactly(new House(3, "default"), new House(5, "opera"));
            assertThat(Refused.unless(administration.createOrganization("ballet")))
                    .isEqualTo(new House(9, "ballet"));
            assertThat(lines(service)).containsExactly("GET /usher/v1/organizations", "POST /usher/v1/organizations");
            assertThat(service.asked().get(1).body()).isEqualTo("{\"externalId\":\"ballet\"}");
        }
    }

    @Test
    void aProfileIsChangedInTheFormsOfItsAttributes() {
        String profile = "{\"id\":\"5\",\"version\":2,\"name\":null,\"package\":\"essentials\","
                + "\"delivery_methods\":[\"electronic\",\"will_call\"],\"fee_hundredths_percent\":350,"
                + "\"default_organizer_id\":\"12\"}";
        try (TrialService service = new TrialService(asked -> houses(asked, new Answer(200, profile)))) {
            Change change = Change.NONE
                    .with(Profile.PACKAGE, "essentials")
                    .with(Profile.DELIVERY_METHODS, List.of("electronic", "will_call"))
                    .with(Profile.FEE_PERCENT, 350L)
                    .with(Profile.DEFAULT_ORGANIZER, 12L)
                    .with(Profile.NAME, Field.cleared())
                    .with(Profile.PAYMENT_TYPE, Field.unreadable("coins", "expected another"));
            Change unreadable = Change.NONE
                    .with(
                            Profile.DELIVERY_METHODS,
                            Profile.DELIVERY_METHODS.kind().read("pigeon,electronic"))
                    .with(Profile.FEE_PERCENT, Profile.FEE_PERCENT.kind().read("abc"));
            assertThat(Refused.unless(of(service).changeProfile("opera", change)))
                    .isEqualTo(Attributes.NONE
                            .with(Profile.PACKAGE, "essentials")
                            .with(Profile.DEFAULT_ORGANIZER, 12L)
                            .with(Profile.DELIVERY_METHODS, List.of("electronic", "will_call"))
                            .with(Profile.FEE_PERCENT, 350L));
            assertThat(lines(service))
                    .containsExactly("GET /usher/v1/organizations", "PATCH /usher/v1/organizations/5");
            assertThat(service.asked().get(1).body())
                    .isEqualTo("{\"package\":\"essentials\",\"delivery_methods\":[\"electronic\",\"will_call\"],"
                            + "\"fee_hundredths_percent\":350,\"default_organizer_id\":\"12\",\"name\":null,"
                            + "\"payment_type\":\"coins\"}");
            Refused.unless(of(service).changeProfile("opera", unreadable));
            assertThat(service.asked().get(3).body())
                    .isEqualTo("{\"delivery_methods\":[\"pigeon\",\"electronic\"],\"fee_hundredths_percent\":\"abc\"}");
        }
    }

    @Test
    void anEventIsSettledByTheNameItGoesBy() {
        String event =
                "{\"id\":\"12\",\"status\":\"completed\",\"is_paid_out\":true,\"bookmark_count\":3,\"refund_policy\":null}";
        try (TrialService service = new TrialService(asked -> new Answer(200, event))) {
            Change change = Change.NONE.with(EventAttributes.PAID_OUT, true).with(EventAttributes.BOOKMARKS, 3L);
            assertThat(Refused.unless(of(service).settleEvent("opera", "first night", change)))
                    .isEqualTo(
                            Attributes.NONE.with(EventAttributes.PAID_OUT, true).with(EventAttributes.BOOKMARKS, 3L));
            assertThat(lines(service)).containsExactly("PATCH /usher/v1/events/first%20night/settlement");
            assertThat(service.asked().get(0).organization()).isEqualTo("opera");
            assertThat(service.asked().get(0).body()).isEqualTo("{\"is_paid_out\":true,\"bookmark_count\":3}");
        }
    }

    @Test
    void peopleAreMadeListedAddedAndRemoved() {
        Function<Asked, Answer> answers = asked -> switch (asked.line()) {
            case "GET /usher/v1/users" -> new Answer(200, "[" + KIM + "]");
            case "POST /usher/v1/users" -> new Answer(201, KIM);
            case "DELETE /usher/v1/organizations/5/members/7" -> new Answer(204, "");
            default -> houses(asked, new Answer(200, KIM));
        };
        try (TrialService service = new TrialService(answers)) {
            Administration administration = of(service);
            Person kim = new Person(7, "kim@example.com", "Kim", "owner");
            assertThat(Refused.unless(
                            administration.createUser("opera", new UserWish("Kim@example.com", "Kim", ""), Role.OWNER)))
                    .isEqualTo(kim);
            assertThat(service.asked().get(0).organization()).isEqualTo("opera");
            assertThat(Refused.unless(administration.member("opera", "KIM@example.com")))
                    .isEqualTo(kim);
            assertThat(Refused.unless(administration.member("opera", "7"))).isEqualTo(kim);
            assertThat(administration.member("opera", "8").violations())
                    .extracting(Violation::code)
                    .containsExactly("NOT_FOUND");
            assertThat(Refused.unless(administration.join("opera", "kim@example.com", Role.OWNER)))
                    .isEqualTo(kim);
            assertThat(Refused.unless(administration.leave("opera", 7))).isEqualTo(7);
            assertThat(lines(service))
                    .contains(
                            "PUT /usher/v1/organizations/5/members/kim%40example.com",
                            "DELETE /usher/v1/organizations/5/members/7");
        }
    }

    @Test
    void whatTheServiceDoesNotKnowIsNamedAsWithoutAService() {
        String unknown = "{\"code\":\"UNKNOWN_ORGANIZATION\",\"violations\":[{\"code\":\"UNKNOWN_ORGANIZATION\","
                + "\"path\":\"organization\",\"message\":\"there is none\"}]}";
        try (TrialService service = new TrialService(asked -> houses(asked, new Answer(404, unknown)))) {
            assertThat(of(service)
                            .createUser("opere", new UserWish("kim@example.com", "", ""), Role.OWNER)
                            .violations())
                    .containsExactly(UnknownOrganization.of("opere", List.of("default", "opera")));
        }
        String nobody = "{\"code\":\"NOT_FOUND\",\"violations\":[{\"code\":\"NOT_FOUND\",\"path\":\"user\","
                + "\"message\":\"there is none\"}]}";
        try (TrialService service = new TrialService(asked -> houses(asked, new Answer(404, nobody)))) {
            assertThat(of(service).added("opera", "nobody@x", Role.OWNER).violations())
                    .extracting(Violation::message)
                    .singleElement()
                    .asString()
                    .contains("'nobody@x'", "usher user create");
        }
    }

    @Test
    void anOrganizationThatIsNotThereIsRefusedWithoutAskingMore() {
        try (TrialService service = new TrialService(asked -> new Answer(200, HOUSES))) {
            assertThat(of(service).profile("nobody").violations())
                    .extracting(Violation::code)
                    .containsExactly("UNKNOWN_ORGANIZATION");
            assertThat(lines(service)).containsExactly("GET /usher/v1/organizations");
        }
    }
}
