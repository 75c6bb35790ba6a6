package dev.tenure.scim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.tenure.lifecycle.account.AccountRef;
import dev.tenure.lifecycle.failure.Conflict;
import dev.tenure.lifecycle.failure.ConnectorException;
import dev.tenure.lifecycle.failure.CredentialsRejected;
import dev.tenure.lifecycle.failure.FailureKind;
import dev.tenure.lifecycle.failure.InvalidValue;
import dev.tenure.lifecycle.failure.ProtocolViolation;
import dev.tenure.lifecycle.failure.RetryLater;
import dev.tenure.simulators.scim.Fault;
import dev.tenure.simulators.scim.ScimQuirk;
import dev.tenure.simulators.scim.ScimSimulator;
import java.time.Duration;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What each refusal of a service means for the engine. */
class ScimErrorsTest {

    private static final String DETAIL = "Value 'ann.secret@example.com' of title is bad";

    private final ManualTime time = new ManualTime();
    private final ScimSimulator service = ScimSimulator.builder(time).start();
    private final ScimTarget target = ScimTarget.builder(service.url())
            .token(service.token())
            .clock(time)
            .waiter(time)
            .build();
    private AccountRef ann = new AccountRef("scim", "none");

    @BeforeEach
    void ann() {
        ann = target.create(People.account("ann@example.com")).ref();
    }

    @AfterEach
    void close() {
        service.close();
    }

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource({
        "400, invalidValue,  INVALID_VALUE,        check row 'title' of the mapping",
        "400, invalidPath,   INVALID_VALUE,        compare row 'title'",
        "400, invalidFilter, INVALID_VALUE,        compare row 'title'",
        "400, mutability,    INVALID_VALUE,        take row 'title' of the mapping out",
        "400, uniqueness,    CONFLICT,             map another value",
        "400, invalidSyntax, PROTOCOL_VIOLATION,   try the options patchForm",
        "400, invalidVers,   PROTOCOL_VIOLATION,   SCIM 2.0",
        "400, tooMany,       PROTOCOL_VIOLATION,   pageSize",
        "403, sensitive,     PROTOCOL_VIOLATION,   LISTING",
        "400, invalidCount,  PROTOCOL_VIOLATION,   pageSize",
        "400, expiredCursor, RETRY_LATER,          begins again",
        "400, somethingElse, INVALID_VALUE,        check row 'title' of the mapping",
        "401, '',            CREDENTIALS_REJECTED, token",
        "403, '',            PERMISSION_MISSING,   read and write users",
        "404, '',            NOT_FOUND,            keys",
        "409, '',            CONFLICT,             find out whose it is",
        "409, uniqueness,    CONFLICT,             find out whose it is",
        "412, '',            RETRY_LATER,          read again",
        "413, '',            PROTOCOL_VIOLATION,   pageSize",
        "415, '',            PROTOCOL_VIOLATION,   bodyType",
        "422, '',            INVALID_VALUE,        check row 'title' of the mapping",
        "301, '',            PROTOCOL_VIOLATION,   base address",
        "418, '',            PROTOCOL_VIOLATION,   base address",
        "408, '',            RETRY_LATER,          tried again",
        "500, '',            RETRY_LATER,          tried again",
        "503, '',            RETRY_LATER,          tried again"
    })
    void aRefusedUpdate(int status, String type, FailureKind kind, String remedy) {
        service.failNext("PATCH /Users/{id}", 1, Fault.error(status, type, DETAIL));
        ConnectorException failure = failure(() -> target.update(ann, People.set("title", "Analyst")));
        assertThat(failure.kind()).isEqualTo(kind);
        assertThat(failure.system()).isEqualTo("scim");
        assertThat(failure).hasMessageContaining(remedy).hasMessageContaining(Integer.toString(status));
        assertThat(failure.getMessage()).doesNotContain("secret").doesNotContain("Analyst");
    }

    @Test
    void anInvalidValue_namesTheAttributeThatTheServiceNames() {
        service.failNext("PATCH /Users/{id}", 1, Fault.error(400, "invalidValue", "'givenName' is too long"));
        InvalidValue failure = (InvalidValue) failure(() -> target.update(
                ann,
                new dev.tenure.lifecycle.attribute.AttributeDelta(java.util.Map.of(
                        "title",
                        dev.tenure.lifecycle.attribute.AttributeValue.of("x"),
                        "name.givenName",
                        dev.tenure.lifecycle.attribute.AttributeValue.of("y")))));
        assertThat(failure.attribute()).contains("name.givenName");
    }

    @Test
    void aLoginThatIsTaken_isAConflictOfTheLogin() {
        target.create(People.account("bob@example.com"));
        Conflict conflict = (Conflict) failure(() -> target.update(ann, People.set("userName", "BOB@example.com")));
        assertThat(conflict.attribute()).contains("userName");
        assertThat(conflict.getMessage()).doesNotContainIgnoringCase("bob");
    }

    @Test
    void s8_tooManyCalls_areTriedAgainWhenTheServiceSays() {
        service.failNext("PATCH /Users/{id}", 1, Fault.tooManyRequests(Duration.ofSeconds(37)));
        RetryLater later = (RetryLater) failure(() -> target.update(ann, People.set("title", "Analyst")));
        assertThat(later.notBefore()).contains(ManualTime.START.plusSeconds(37));
        target.update(ann, People.set("title", "Analyst"));
        assertThat(time.instant())
                .as("the connector keeps away until then by itself")
                .isAfterOrEqualTo(ManualTime.START.plusSeconds(37));
    }

    @Test
    void s4_whatIsTurnedAwayByALimitOfCalls_hasDoneNothing() {
        service.failNext("POST /Users", 1, Fault.tooManyRequests(Duration.ofSeconds(1)));
        assertThat(failure(() -> target.create(People.account("new@example.com")))
                        .mayHaveActed())
                .isFalse();
        service.failNext("POST /Users", 1, Fault.unavailable(Duration.ofSeconds(1)));
        assertThat(failure(() -> target.create(People.account("new@example.com")))
                        .mayHaveActed())
                .isTrue();
        service.failNext("PATCH /Users/{id}", 1, Fault.tooManyRequests(Duration.ofSeconds(1)));
        assertThat(failure(() -> target.update(ann, People.set("title", "Analyst")))
                        .mayHaveActed())
                .isFalse();
    }

    /** The answer to the create shows no user, and whoever looks for it is turned away. */
    @ParameterizedTest
    @ValueSource(ints = {401, 403, 429})
    void s4_aUserThatWasMadeAndMayNotBeRead_isNotForgotten(int status) {
        try (ScimSimulator silent = ScimSimulator.builder(time)
                .quirk(ScimQuirk.NO_BODY_AFTER_CREATE)
                .start()) {
            ScimTarget there = ScimTarget.builder(silent.url())
                    .token(silent.token())
                    .clock(time)
                    .waiter(time)
                    .build();
            silent.failNext("GET /Users", 9, Fault.error(status, "", DETAIL));
            assertThat(failure(() -> there.create(People.account("new@example.com")))
                            .mayHaveActed())
                    .isTrue();
            assertThat(silent.users()).hasSize(1);
        }
    }

    @Test
    void anUnavailableService_saysForHowLong() {
        service.failNext("*", 1, Fault.unavailable(Duration.ofMinutes(5)));
        RetryLater later = (RetryLater) failure(() -> target.deactivate(ann));
        assertThat(later.notBefore()).contains(ManualTime.START.plus(Duration.ofMinutes(5)));
    }

    @Test
    void s4_aCreateWhoseAnswerIsLost_isNotSentTwice() {
        service.failNext("POST /Users", 1, Fault.loseAnswer());
        Throwable failure = catchThrowable(() -> target.create(People.account("eve@example.com")));
        assertThat(failure).isInstanceOf(RetryLater.class);
        assertThat(service.users().stream().filter(user -> user.userName().startsWith("eve")))
                .hasSize(1);
        assertThat(target.find(
                        java.util.List.of(dev.tenure.lifecycle.account.AccountKey.of("userName", "eve@example.com"))))
                .hasSize(1);
    }

    @Test
    void anAnswerThatIsCutShort_isTriedLater() {
        service.failNext("GET /Users/{id}", 1, Fault.cutWithinAnswer());
        assertThat(failure(() -> target.get(java.util.List.of(ann)))).isInstanceOf(RetryLater.class);
    }

    @Test
    void aPageThatIsNotJson_isAViolationThatPointsAtTheAddress() {
        service.failNext("PATCH /Users/{id}", 1, Fault.garbage());
        assertThat(failure(() -> target.update(ann, People.set("title", "Analyst"))))
                .isInstanceOf(ProtocolViolation.class)
                .hasMessageContaining("check that the base address leads to the service");
    }

    @Test
    void aWrongToken_isRejectedAndNotPrinted() {
        ScimTarget wrong =
                ScimTarget.builder(service.url()).token("wrong-token-7").build();
        ConnectorException failure = failure(() -> wrong.get(java.util.List.of(ann)));
        assertThat(failure).isInstanceOf(CredentialsRejected.class);
        assertThat(failure + wrong.toString()).doesNotContain("wrong-token-7");
    }

    private static ConnectorException failure(org.assertj.core.api.ThrowableAssert.ThrowingCallable call) {
        return (ConnectorException) Objects.requireNonNull(catchThrowable(call), "nothing was thrown");
    }
}
