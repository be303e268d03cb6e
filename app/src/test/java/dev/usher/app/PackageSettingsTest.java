package dev.usher.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.usher.core.access.PackageLimits;
import dev.usher.core.access.Packages;
import dev.usher.core.adapter.InvalidSetting;
import dev.usher.core.adapter.Settings;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PackageSettingsTest {

    @Test
    void packagesAreTheUsualOnesUnlessSomethingIsSaid() {
        assertThat(PackageSettings.from(Settings.of(Map.of()))).isEqualTo(Packages.usual());
    }

    @Test
    void everyLimitOfEveryPackageCanBeSet() {
        for (var setting : PackageSettings.declared()) {
            String other = Map.of("true", "false", "false", "true", "unlimited", "7")
                    .getOrDefault(setting.fallback(), "unlimited");
            assertThat(PackageSettings.from(Settings.of(Map.of(setting.name(), other))))
                    .as(setting.name())
                    .isNotEqualTo(Packages.usual());
        }
    }

    @Test
    void aLimitIsSetForItsPackageAlone() {
        Packages packages = PackageSettings.from(Settings.of(Map.of(
                "package.essentials.ticket-classes", "5",
                "package.essentials.copies", "true",
                "package.essentials.questions", "unlimited")));
        assertThat(packages)
                .isEqualTo(new Packages(
                        Packages.usual().none(),
                        new PackageLimits(true, true, 1, 5, PackageLimits.UNLIMITED),
                        Packages.usual().professional()));
    }

    @Test
    void aValueThatIsNoLimitIsAnErrorThatNamesTheSetting() {
        assertThatThrownBy(() -> PackageSettings.from(Settings.of(Map.of("package.none.questions", "some"))))
                .isInstanceOf(InvalidSetting.class)
                .hasMessage("package.none.questions is 'some'; expected a whole number from 0 on, or unlimited");
    }
}
