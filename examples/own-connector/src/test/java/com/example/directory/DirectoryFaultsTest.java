package com.example.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tenure.lifecycle.account.AccountRef;
import dev.tenure.lifecycle.failure.ConnectorException;
import dev.tenure.lifecycle.failure.FailureKind;
import dev.tenure.lifecycle.failure.RetryLater;
import dev.tenure.lifecycle.testkit.SettableClock;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What each status of the directory means to the engine. */
class DirectoryFaultsTest {

    private static final Instant NOW = Instant.parse("2026-03-02T09:00:00Z");

    private final DirectoryServer server = new DirectoryServer();
    private final DirectoryTarget target =
            new DirectoryTarget("directory", server.url(), DirectoryServer.TOKEN, SettableClock.at(NOW.toString()));

    @AfterEach
    void stop() {
        server.close();
    }

    @ParameterizedTest
    @CsvSource({
        "401, CREDENTIALS_REJECTED",
        "403, PERMISSION_MISSING",
        "404, NOT_FOUND",
        "409, CONFLICT",
        "422, INVALID_VALUE",
        "429, RETRY_LATER",
        "503, RETRY_LATER",
        "418, PROTOCOL_VIOLATION"
    })
    void status_hasItsKind(int status, FailureKind kind) {
        server.answerAll(status, "<html>Jo Álvarez</html>");

        assertThatThrownBy(() -> target.deactivate(new AccountRef("directory", "p1001")))
                .isInstanceOfSatisfying(
                        ConnectorException.class,
                        failure -> assertThat(failure.kind()).isEqualTo(kind))
                .hasMessageContaining("The directory: make a person closed")
                .hasMessageNotContaining("Jo");
    }

    @Test
    void busy_namesTheInstant() {
        server.answerAll(429, "{}");

        assertThatThrownBy(() -> target.deactivate(new AccountRef("directory", "p1001")))
                .isInstanceOfSatisfying(
                        RetryLater.class, busy -> assertThat(busy.notBefore()).contains(NOW.plusSeconds(7)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {"''", "Jo Álvarez", "{\"people\": 3}", "{\"people\": [{\"id\": \"p1\"}]}", "[1, 2]", "{\"people\":"
            })
    void answerOfAnotherForm_isAProtocolViolation_andQuotesNothing(String body) {
        server.answerAll(200, body);

        assertThatThrownBy(() -> target.accounts().next())
                .isInstanceOfSatisfying(
                        ConnectorException.class,
                        failure -> assertThat(failure.kind())
                                .isIn(FailureKind.PROTOCOL_VIOLATION, FailureKind.RETRY_LATER))
                .hasMessageNotContaining("Jo");
    }
}
