package com.example.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class SettingsTest {

    @Test
    void environment_winsOverTheFile() {
        Settings settings = Settings.of(Map.of("okta.token", "old"), Map.of("OKTA_TOKEN", "new"));
        assertThat(settings.required("okta.token")).isEqualTo("new");
    }

    @Test
    void whatIsMissing_isNamedWithTheRemedy() {
        Settings settings = Settings.of(Map.of("okta.token", " "), Map.of());
        assertThatThrownBy(() -> settings.required("okta.token"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("'okta.token' is missing")
                .hasMessageContaining("OKTA_TOKEN");
    }

    @Test
    void whatIsNoDuration_isNamed() {
        Settings settings = Settings.of(Map.of("takeover", "15 minutes"), Map.of());
        assertThatThrownBy(() -> settings.duration("takeover", "PT1M")).hasMessageContaining("'takeover'", "PT15M");
    }

    @Test
    void secrets_areNotPrinted() {
        assertThat(Settings.of(Map.of("okta.token", "s3cret"), Map.of()).toString())
                .contains("okta.token")
                .doesNotContain("s3cret");
    }

    @Test
    void theFileThatComesWithIt_lacksOnlySecrets() throws IOException {
        Settings settings = Settings.read(Path.of("host.properties"), Map.of());
        assertThat(settings.required("workday.url")).startsWith("https://");
        assertThat(settings.text("schedule.full", "")).isEqualTo("0 0 3 * * SUN");
        assertThatThrownBy(() -> settings.required("workday.password")).hasMessageContaining("WORKDAY_PASSWORD");
        assertThatThrownBy(() -> settings.required("okta.token")).hasMessageContaining("OKTA_TOKEN");
    }
}
