package dev.tenure.successfactors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tenure.lifecycle.failure.ConnectorException;
import dev.tenure.lifecycle.failure.CredentialsRejected;
import dev.tenure.lifecycle.failure.InvalidValue;
import dev.tenure.lifecycle.failure.NotFound;
import dev.tenure.lifecycle.failure.PermissionMissing;
import dev.tenure.lifecycle.failure.ProtocolViolation;
import dev.tenure.lifecycle.failure.RetryLater;
import dev.tenure.lifecycle.source.UnreadableWorker;
import dev.tenure.lifecycle.source.WorkerPage;
import dev.tenure.lifecycle.source.WorkerPages;
import dev.tenure.lifecycle.source.WorkerQuery;
import dev.tenure.simulators.successfactors.SuccessFactorsFault;
import dev.tenure.simulators.successfactors.SuccessFactorsSimulator;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What no sane server sends, and what a real one does on a bad day: no read ends as if it were complete. */
final class BadInputTest {

    private static final String PLANTED = "Zebediah";
    private static final WorkerQuery ALL = new WorkerQuery.All(Optional.empty());

    private final MovableClock clock = new MovableClock(Instant.parse("2026-03-02T18:00:00Z"));
    private final SuccessFactorsSimulator hr = SuccessFactorsSimulator.start(clock);

    @BeforeEach
    void hire() {
        for (int i = 0; i < 5; i++) {
            hr.hire(
                    "p" + i,
                    LocalDate.of(2024, 1, 8),
                    edit -> edit.name(PLANTED, "Quill").email("zebediah@example.com"));
        }
    }

    @AfterEach
    void stop() {
        hr.close();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "400 | {'error':{'code':'COE_PROPERTY_NOT_FOUND','message':{'lang':'en-US','value':'[COE0021]Zebediah'}}} | InvalidOrPermission",
                "400 | {'error':{'code':'COE_PROPERTY_NOT_FOUND','message':{'value':'Invalid Zebediah'}}} | PermissionMissing",
                "400 | {'error':{'code':'COE_ENTITY_NOT_FOUND','message':{'value':'Invalid Zebediah'}}} | PermissionMissing",
                "401 | Unauthorized | CredentialsRejected",
                "403 | [LGN0002]ODATA_ADMIN_PERM_REQUIRED | PermissionMissing",
                "403 | [LGN0003]CREDENTIALS_MISSING | CredentialsRejected",
                "403 | [LGN0004]AUTHENTICATION_DENIED | CredentialsRejected",
                "403 | [LGN0005]token | CredentialsRejected",
                "403 | [LGN0006]token | CredentialsRejected",
                "403 | [LGN0007]token | CredentialsRejected",
                "403 | [LGN0008]COMPANY_NOT_FOUND | CredentialsRejected",
                "403 | [LGN0009]disabled | PermissionMissing",
                "403 | [LGN0010]basic | CredentialsRejected",
                "403 | <error xmlns='http://x'><code/><message xml:lang='en-US'>[LGN0010]basic</message></error> | CredentialsRejected",
                "403 | Forbidden | PermissionMissing",
                "404 | [LGN0001]Not found | NotFound",
                "429 | Too Many Requests | RetryLater",
                "500 | {'error':{'code':'COE_GENERAL_SERVER_FAILURE','message':{'value':'[COE0019]Zebediah'}}} | InvalidValue",
                "500 | metadata is being generated | RetryLater",
                "502 | bad gateway | RetryLater",
                "503 | maintenance | RetryLater",
                "504 | gateway timeout | RetryLater",
                "302 | elsewhere | ProtocolViolation",
                "418 | teapot | ProtocolViolation"
            })
    void documentedErrors_haveTheirKind_andQuoteNothing(int status, String body, String kind) {
        hr.fail("PerPerson", 2, SuccessFactorsFault.answer(status, body.replace('\'', '"')));
        assertThatThrownBy(this::read)
                .isInstanceOf(ConnectorException.class)
                .hasMessageNotContaining(PLANTED)
                .hasMessageContaining("; ")
                .satisfies(failure -> assertThat(failure).isInstanceOfAny(kinds(kind)));
    }

    private static Class<?>[] kinds(String kind) {
        return switch (kind) {
            case "PermissionMissing" -> new Class<?>[] {PermissionMissing.class};
            case "CredentialsRejected" -> new Class<?>[] {CredentialsRejected.class};
            case "NotFound" -> new Class<?>[] {NotFound.class};
            case "RetryLater" -> new Class<?>[] {RetryLater.class};
            case "InvalidValue" -> new Class<?>[] {InvalidValue.class};
            case "InvalidOrPermission" -> new Class<?>[] {ProtocolViolation.class, PermissionMissing.class};
            default -> new Class<?>[] {ProtocolViolation.class};
        };
    }

    @Test
    void e2_tooManyCalls_carryTheInstant() {
        hr.fail("PerPerson", 1, SuccessFactorsFault.tooManyCalls(Duration.ofMinutes(2)));
        assertThatThrownBy(this::read)
                .isInstanceOfSatisfying(
                        RetryLater.class,
                        later -> assertThat(later.notBefore())
                                .contains(clock.instant().plusSeconds(120)));
        hr.fail("PerPerson", 1, SuccessFactorsFault.answer(429, ""));
        assertThatThrownBy(this::read)
                .isInstanceOfSatisfying(
                        RetryLater.class,
                        later -> assertThat(later.notBefore())
                                .contains(clock.instant().plusSeconds(300)));
    }

    @Test
    void truncatedJson_isRefused() {
        assertRefused(text -> text.substring(0, text.length() / 2));
    }

    @Test
    void html_isRefused() {
        assertRefused(text -> "<html><body>welcome</body></html>");
    }

    @Test
    void depth_isBounded() {
        assertRefused(text -> text.replace("\"results\":[", "\"results\":[" + "[".repeat(5_000)));
    }

    @Test
    void recordThatIsNone_isRefused() {
        assertRefused(text -> text.replace("\"results\":[", "\"results\":[17,"));
    }

    @Test
    void resultsThatAreMissing_areNotNobody() {
        assertRefused(text -> "{\"d\":{\"results\":null}}");
        assertRefused(text -> "{}");
        assertRefused(text -> "[]");
    }

    @Test
    void size_isBounded() {
        hr.failAfter("PerPerson", 1, 1, SuccessFactorsFault.body(text -> text + " ".repeat(200_000)));
        SuccessFactorsSource source = source().maxAnswerBytes(100_000).build();
        assertThatThrownBy(() -> read(source)).isInstanceOf(ProtocolViolation.class);
    }

    @Test
    void pagesWithoutEnd_areRefused() {
        hr.failAfter(
                "PerPerson",
                1,
                9,
                SuccessFactorsFault.body(
                        text -> text.replaceAll("\"__next\":\"([^\"]*=)\\d+\"", "\"__next\":\"$12\"")));
        assertThatThrownBy(() -> read(source().pageSize(2).build()))
                .isInstanceOf(ProtocolViolation.class)
                .hasMessageContaining("seen before");
    }

    @Test
    void cutConnection_isForLater() {
        hr.failAfter("EmpJob", 0, 1, SuccessFactorsFault.cutWithinAnswer());
        assertThatThrownBy(this::read).isInstanceOf(RetryLater.class);
        hr.failAfter("PerPerson", 1, 9, SuccessFactorsFault.loseAnswer());
        assertThatThrownBy(this::read).isInstanceOf(RetryLater.class);
    }

    @Test
    void dateThatIsNone_andUnknownStatus_failThatPersonAlone() {
        hr.status("p1", LocalDate.of(2025, 1, 1), "99999");
        hr.failAfter("EmpJob", 0, 1, SuccessFactorsFault.body(text -> {
            int at = text.indexOf("\"userId\":\"p2\"");
            return text.substring(0, at) + text.substring(at).replaceFirst("/Date\\(\\d+\\)/", "soon");
        }));
        List<UnreadableWorker> unreadable = new ArrayList<>();
        assertThat(read(source().build(), unreadable)).isEqualTo(3);
        assertThat(unreadable)
                .extracting(one -> one.worker().orElseThrow().id())
                .containsExactlyInAnyOrder("p1", "p2");
        assertThat(unreadable)
                .extracting(UnreadableWorker::message)
                .anyMatch(text -> text.startsWith("UNKNOWN_STATUS"));
    }

    @Test
    void nothingIsPrinted() {
        PrintStream out = System.out;
        PrintStream err = System.err;
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        try (PrintStream all = new PrintStream(printed, true, StandardCharsets.UTF_8)) {
            System.setOut(all);
            System.setErr(all);
            read();
            hr.failAfter("PerPerson", 1, 1, SuccessFactorsFault.truncated());
            assertThatThrownBy(this::read).isInstanceOf(ProtocolViolation.class);
        } finally {
            System.setOut(out);
            System.setErr(err);
        }
        assertThat(printed.toString(StandardCharsets.UTF_8))
                .doesNotContainIgnoringCase(PLANTED)
                .doesNotContain(hr.password());
    }

    private void assertRefused(UnaryOperator<String> damage) {
        hr.failAfter("PerPerson", 1, 1, SuccessFactorsFault.body(damage));
        assertThatThrownBy(this::read).isInstanceOf(ProtocolViolation.class).hasMessageNotContaining(PLANTED);
    }

    private void read() {
        read(source().build());
    }

    private SuccessFactorsSourceBuilder source() {
        return SuccessFactorsSource.builder(hr.endpoint())
                .credentials(hr.company(), hr.user(), hr.password())
                .clock(clock);
    }

    private static void read(SuccessFactorsSource source) {
        read(source, new ArrayList<>());
    }

    private static int read(SuccessFactorsSource source, List<UnreadableWorker> unreadable) {
        int workers = 0;
        try (WorkerPages pages = source.read(ALL)) {
            for (Optional<WorkerPage> page = pages.next(); page.isPresent(); page = pages.next()) {
                workers += page.get().workers().size();
                unreadable.addAll(page.get().unreadable());
            }
        }
        return workers;
    }
}
