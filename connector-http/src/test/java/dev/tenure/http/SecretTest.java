package dev.tenure.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class SecretTest {

    @Test
    void aSecret_isGivenToWhoAsks_andNotPrinted() {
        Secret secret = Secret.of("password", "p\u00e4ss wort\n");
        assertThat(secret.reveal()).isEqualTo("p\u00e4ss wort\n");
        assertThat(secret).hasToString("Secret[]").isEqualTo(Secret.of("other", "p\u00e4ss wort\n"));
        assertThat(secret).isNotEqualTo(Secret.of("password", "p\u00e4ss wort"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  ", "a\u0000b", "a\tb"})
    void whatIsNoSecret_isRefused_withoutBeingQuoted(String value) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Secret.of("password", value))
                .withMessageContaining("'password'");
    }

    @ParameterizedTest
    @ValueSource(strings = {"SSWS 00abc", "00abc\n", "00\u00e4bc"})
    void s7_aTokenThatNoHeaderCanHold_isRefusedWhereItIsSet_withoutBeingQuoted(String value) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Secret.token("token", value))
                .withMessageContaining("cannot be sent in a header")
                .withMessageNotContaining("00");
        assertThat(Secret.token("token", "00abc-_").reveal()).isEqualTo("00abc-_");
    }
}
