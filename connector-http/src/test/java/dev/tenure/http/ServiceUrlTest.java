package dev.tenure.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ServiceUrlTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://example.okta.com",
                " https://example.com/ccx ",
                "http://127.0.0.1:8080",
                "http://[::1]:80"
            })
    void httpsAndLoopback_areTaken(String text) {
        assertThat(ServiceUrl.parse("org", text)).isNotNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "example.okta.com",
                "ftp://example.com",
                "http://example.com",
                "http://127.0.0.1.example.com",
                "http://localhost.example.com",
                "https://user:hunter2@example.com",
                "https://example.com?token=hunter2",
                "https://example.com#x"
            })
    void anythingElse_isRefusedWithoutRepeatingIt(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ServiceUrl.parse("org", text))
                .withMessageStartingWith("Setting 'org' ")
                .satisfies(e -> assertThat(e.getMessage()).doesNotContain("hunter2"));
    }

    @Test
    void secretsPrintNothing() {
        Secret secret = Secret.of("token", "hunter2");
        assertThat(secret).hasToString("Secret[]").isEqualTo(Secret.of("token", "hunter2"));
        assertThat(secret.reveal()).isEqualTo("hunter2");
        assertThat(secret).isNotEqualTo(Secret.of("token", "hunter3"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Secret.of("token", "  "))
                .withMessageContaining("'token' is empty");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Secret.of("token", "hun\u0000ter2"))
                .satisfies(
                        e -> assertThat(e.getMessage()).contains("position 3").doesNotContain("ter2"));
    }
}
