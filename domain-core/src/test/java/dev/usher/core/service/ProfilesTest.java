package dev.usher.core.service;

import static org.assertj.core.api.Assertions.assertThat;

import dev.usher.core.access.Actor;
import dev.usher.core.access.Profile;
import dev.usher.core.access.Role;
import dev.usher.core.attribute.Attribute;
import dev.usher.core.attribute.Attributes;
import dev.usher.core.attribute.Change;
import dev.usher.core.event.Organizer;
import dev.usher.core.rule.Field;
import dev.usher.core.rule.Outcome;
import dev.usher.core.rule.Violation;
import dev.usher.core.store.MemoryStore;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How an organization does business: read by its members, changed by its owners, and never over somebody else's change. */
class ProfilesTest {
    private final Services services =
            Services.over(new MemoryStore(), new HandMovedClock(), new Random(1), Terms.within(1 << 20));
    private final Profiles profiles = services.profiles();
    private final long house =
            services.organizations().findOrCreate("house").orThrow().id();
    private final Actor owner = new Actor(house, Role.OWNER);

    @Test
    void aProfileBeginsEmptyAndEachChangeRaisesItsVersion() {
        assertThat(profiles.read(owner, house).orThrow()).isEqualTo(new Profile(house, 0, Attributes.NONE));
        Change named = Change.NONE.with(Profile.NAME, "The House");
        Profile first = change(named).orThrow();
        assertThat(first.version()).isEqualTo(1);
        assertThat(first.attributes().get(Profile.NAME)).contains("The House");
        Profile second = change(Change.NONE.with(Profile.NAME, Field.cleared())).orThrow();
        assertThat(second).isEqualTo(new Profile(house, 2, Attributes.NONE));
        assertThat(profiles.read(owner, house).orThrow()).isEqualTo(second);
    }

    @Test
    void aChangeOfAVersionThatIsGoneIsRefused() {
        Change change = Change.NONE.with(Profile.LOCALE, "de_CH");
        assertThat(profiles.change(owner, house, change, Optional.of(0L)).violations())
                .isEmpty();
        assertThat(codes(profiles.change(owner, house, change, Optional.of(0L))))
                .containsExactly("VERSION_CONFLICT");
        assertThat(profiles.change(owner, house, change, Optional.of(1L)).violations())
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"USD,79", "USD,79 EUR,59", "JPY,0"})
    void feesAreAnAmountForEachCurrency(String fees) {
        assertThat(change(Change.NONE.with(Profile.FEE_FIXED, fees)).violations())
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"79", "USD,79,", "USD,-1", "USD,1 USD,2", "XXX,1"})
    void otherFeesAreRefused(String fees) {
        assertThat(codes(change(Change.NONE.with(Profile.FEE_FIXED, fees)))).containsExactly("INVALID");
    }

    @Test
    void everyFaultIsNamedAtOnceAndNothingIsChanged() {
        Change wrong = Change.NONE
                .with(Profile.PACKAGE, Profile.PACKAGE.kind().read("gold"))
                .with(Profile.PAYMENT_COUNTRY, "us")
                .with(Profile.PAYPAL_EMAIL, "me")
                .with(Profile.DEFAULT_ORGANIZER, 12L);
        List<Violation> violations = change(wrong).violations();
        assertThat(violations)
                .extracting(Violation::path)
                .containsExactlyElementsOf(
                        List.of(
                                        Profile.PACKAGE,
                                        Profile.DEFAULT_ORGANIZER,
                                        Profile.PAYMENT_COUNTRY,
                                        Profile.PAYPAL_EMAIL)
                                .stream()
                                .map(Attribute::path)
                                .toList());
        assertThat(profiles.read(owner, house).orThrow().version()).isZero();
    }

    @Test
    void theDefaultOrganizerIsOneOfTheOrganization() {
        long ours = organizer(house);
        long another =
                services.organizations().findOrCreate("another").orThrow().id();
        assertThat(change(Change.NONE.with(Profile.DEFAULT_ORGANIZER, ours)).violations())
                .isEmpty();
        assertThat(codes(change(Change.NONE.with(Profile.DEFAULT_ORGANIZER, organizer(another)))))
                .containsExactly("INVALID");
    }

    private long organizer(long organization) {
        return services.organizers()
                .create(new Actor(organization, Role.OWNER), organization, Change.NONE.with(Organizer.NAME, "The band"))
                .orThrow()
                .id();
    }

    private Outcome<Profile> change(Change change) {
        return profiles.change(owner, house, change, Optional.empty());
    }

    private static List<String> codes(Outcome<?> outcome) {
        return outcome.violations().stream().map(Violation::code).toList();
    }
}
