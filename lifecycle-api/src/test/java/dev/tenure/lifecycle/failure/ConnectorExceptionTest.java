package dev.tenure.lifecycle.failure;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

/** Whether a failure says that something may have been done (rule S4). */
class ConnectorExceptionTest {

    private static final Instant LATER = Instant.parse("2026-03-02T12:00:00Z");

    @Test
    void s4_aRefusalOfTheRest_saysThatAPartWasDone() {
        ConnectorException refused = new PermissionMissing("okta", "activation is not allowed; grant it");
        assertThat(refused.mayHaveActed()).isFalse();

        ConnectorException after = refused.afterDoing("a user was made");
        assertThat(after.mayHaveActed()).isTrue();
        assertThat(after)
                .hasMessage("a user was made: activation is not allowed; grant it")
                .hasCause(refused);
        assertThat(after.system()).isEqualTo("okta");
    }

    @Test
    void s4_whatMayHaveActedByItself_staysAsItIs() {
        ConnectorException busy = new RetryLater("okta", LATER, "busy");
        ConnectorException odd = new ProtocolViolation("okta", "odd");
        assertThat(busy.afterDoing("a user was made")).isSameAs(busy);
        assertThat(odd.afterDoing("a user was made")).isSameAs(odd);
    }

    /** A limit that turned the rest away still says when it is over. */
    @Test
    void s4_whatWasTurnedAwayAfterAPart_keepsTheInstant() {
        ConnectorException after =
                new RetryLater("okta", LATER, "busy").nothingDone().afterDoing("a user was made");
        assertThat(after.mayHaveActed()).isTrue();
        assertThat(after)
                .hasMessage("a user was made: busy")
                .isInstanceOfSatisfying(
                        RetryLater.class, later -> assertThat(later.notBefore()).contains(LATER));
    }
}
