package dev.tenure.workday;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.tenure.lifecycle.failure.ConnectorException;
import dev.tenure.lifecycle.failure.CredentialsRejected;
import dev.tenure.lifecycle.failure.InvalidValue;
import dev.tenure.lifecycle.failure.PermissionMissing;
import dev.tenure.lifecycle.failure.ProtocolViolation;
import dev.tenure.lifecycle.failure.RetryLater;
import dev.tenure.lifecycle.source.WorkerPage;
import dev.tenure.lifecycle.source.WorkerPages;
import dev.tenure.lifecycle.source.WorkerQuery;
import dev.tenure.simulators.workday.WorkdayFault;
import dev.tenure.simulators.workday.WorkdaySimulator;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What no sane server sends, and what a real one does on a bad day: no read ends as if it were complete. */
final class BadInputTest {

    private static final String SECRET_NAME = "Zebediah";
    private static final LocalDate HIRED = LocalDate.of(2024, 1, 8);
    private static final WorkerQuery ALL = new WorkerQuery.All(Optional.empty());
    private static final Instant NOW = Instant.parse("2026-03-02T18:00:00Z");

    private final MovableClock clock = new MovableClock(NOW);
    private final WorkdaySimulator workday = WorkdaySimulator.builder(clock).start();

    @BeforeEach
    void hire() {
        for (int i = 0; i < 9; i++) {
            workday.hire("E" + i, HIRED, edit -> edit.name(SECRET_NAME, "Quill").email("zq@example.com"));
        }
    }

    @AfterEach
    void stop() {
        workday.close();
    }

    @Test
    void malformedXml_isRefused() {
        assertRefused(text -> text.replace("</wd:Worker_Data>", "</wd:Worker_Date>"), "no well-formed XML");
    }

    @Test
    void truncatedXml_isRefused() {
        workday.fail("Get_Workers", 1, WorkdayFault.truncated());
        assertThat(failure(ProtocolViolation.class)).hasMessageContaining("no well-formed XML");
    }

    @Test
    void documentType_isRefused() {
        assertRefused(
                text -> text.replace("?>\n", "?>\n<!DOCTYPE x SYSTEM \"http://127.0.0.1:1/x.dtd\">\n"),
                "document type declaration");
    }

    @Test
    void entityBomb_isRefused() {
        assertRefused(
                text -> text.replace(
                                "?>\n",
                                "?>\n<!DOCTYPE x [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;\">]>\n")
                        .replace(SECRET_NAME, "&b;"),
                "document type declaration");
    }

    @Test
    void unknownEntity_isRefused() {
        assertRefused(text -> text.replace(SECRET_NAME, "&file;"), "no well-formed XML");
    }

    @Test
    void absurdDepth_isRefused() {
        assertRefused(
                text -> text.replace(
                        "<wd:Employment_Data>",
                        "<wd:Employment_Data>" + "<wd:x>".repeat(5000) + "</wd:x>".repeat(5000)),
                "within the bounds");
    }

    @Test
    void absurdText_isRefused() {
        assertRefused(text -> text.replace(SECRET_NAME, "x".repeat(2 << 20)), "");
    }

    @Test
    void absurdSize_isRefused() {
        WorkdaySource source = source().maxAnswerBytes(3_000).build();
        assertThat(failure(source, ALL, ProtocolViolation.class)).hasMessageContaining("3000 bytes");
    }

    @Test
    void moreWorkersThanAskedFor_isRefused() {
        assertRefused(
                text -> text.replace("</wd:Worker></wd:Response_Data>", "</wd:Worker><wd:Worker/></wd:Response_Data>"),
                "more workers than were asked for");
    }

    @Test
    void pageThatRepeats_isRefused() {
        StringBuilder first = new StringBuilder();
        workday.fail("Get_Workers", 1, WorkdayFault.body(text -> {
            first.append(text);
            return text;
        }));
        workday.fail("Get_Workers", 1, WorkdayFault.body(text -> first.toString()));
        assertThat(failure(ProtocolViolation.class)).hasMessageContaining("page 1 came where page 2 was asked for");
    }

    @Test
    void pageThatRepeatsUnderAnotherNumber_isRefused() {
        StringBuilder first = new StringBuilder();
        workday.fail("Get_Workers", 1, WorkdayFault.body(text -> {
            first.append(text);
            return text;
        }));
        workday.fail(
                "Get_Workers", 1, WorkdayFault.body(text -> first.toString().replace("<wd:Page>1<", "<wd:Page>2<")));
        assertThat(failure(ProtocolViolation.class)).hasMessageContaining("came twice");
    }

    @Test
    void totalThatShrinks_isRefused() {
        workday.failAfter(
                "Get_Workers",
                1,
                WorkdayFault.body(text -> text.replace("<wd:Total_Results>9<", "<wd:Total_Results>8<")));
        assertThat(failure(ProtocolViolation.class)).hasMessageContaining("from 9 to 8");
    }

    @Test
    void pageWithoutTotals_isRefused() {
        assertRefused(
                text -> text.replaceAll("<wd:Response_Results>.*</wd:Response_Results>", ""),
                "neither how many pages nor how many entries");
    }

    @Test
    void pagesWithoutEnd_areNotFollowed() {
        assertRefused(
                text -> text.replaceAll("<wd:Total_Results>.*?</wd:Total_Results>", "")
                        .replaceAll("<wd:Total_Pages>.*?<", "<wd:Total_Pages>999999999999<"),
                "there would be 999999999999 pages");
        assertThat(workday.calls("Get_Workers")).isEqualTo(1);
    }

    @Test
    void aPageWithMoreThanThereAreInAll_isRefused_thoughItSaysThatMoreFollow() {
        assertRefused(
                text -> text.replace("<wd:Total_Results>9<", "<wd:Total_Results>3<")
                        .replaceAll("<wd:Total_Pages>.*?<", "<wd:Total_Pages>900000<"),
                "the pages hold 4 entries of 3");
    }

    @Test
    void pagesWithoutTheirNumber_areCountedByTheTotal() {
        workday.fail(
                "Get_Workers",
                3,
                WorkdayFault.body(text -> text.replaceAll("<wd:Total_Pages>.*?</wd:Total_Pages>", "")));
        assertThat(readAll(source().managerUserNames(false).build())).isEqualTo(9);
    }

    @Test
    void pageThatHoldsFewerThanItSays_isRefused() {
        assertRefused(
                text -> text.replaceFirst("(?s)<wd:Worker><.*?</wd:Worker>(?=<wd:Worker>|</wd:Resp)", ""),
                "announces 4 entries and holds 3");
    }

    @Test
    void workerTwiceOnOnePage_isRefused() {
        assertRefused(
                text -> {
                    int from = text.indexOf("<wd:Worker>");
                    int second = text.indexOf("<wd:Worker>", from + 1);
                    int third = text.indexOf("<wd:Worker>", second + 1);
                    return text.substring(0, second) + text.substring(from, second) + text.substring(third);
                },
                "came twice");
    }

    @Test
    void oneWorkerWithABadDate_failsAlone() {
        workday.fail(
                "Get_Workers",
                1,
                WorkdayFault.body(text -> text.replaceFirst("<wd:Hire_Date>2024-01-08<", "<wd:Hire_Date>08.01.2024<")));
        try (WorkerPages pages = source().build().read(ALL)) {
            WorkerPage page = pages.next().orElseThrow();
            assertThat(page.workers()).hasSize(3);
            assertThat(page.unreadable()).singleElement().satisfies(unreadable -> {
                assertThat(unreadable.worker().orElseThrow()).hasToString("workday/E0");
                assertThat(unreadable.message())
                        .contains("'Hire_Date' is not a date")
                        .doesNotContain("08.01.2024");
            });
        }
    }

    @Test
    void workerWithoutStatus_isUnreadable_notEnded() {
        workday.fail(
                "Get_Workers",
                1,
                WorkdayFault.body(text -> text.replaceAll("<wd:Worker_Status_Data>.*?</wd:Worker_Status_Data>", "")));
        try (WorkerPages pages = source().build().read(ALL)) {
            WorkerPage page = pages.next().orElseThrow();
            assertThat(page.workers()).isEmpty();
            assertThat(page.unreadable())
                    .hasSize(4)
                    .allSatisfy(unreadable ->
                            assertThat(unreadable.message()).contains("Worker Data: Current Staffing Information"));
        }
    }

    @Test
    void wrongCredentials_areNamed() {
        WorkdaySource source = WorkdaySource.builder(workday.endpoint())
                .credentials(workday.user(), "not the password")
                .clock(clock)
                .build();
        assertThat(failure(source, ALL, CredentialsRejected.class))
                .hasMessageContaining("user or the password")
                .hasMessageNotContaining("not the password");
    }

    @Test
    void http500_withAFault_isWhatTheFaultSays() {
        workday.fail("Get_Workers", 1, WorkdayFault.processingFailed());
        assertThat(failure(RetryLater.class)).hasMessageContaining("Server.processingError");
        workday.fail("Get_Workers", 1, WorkdayFault.notAuthorized());
        assertThat(failure(PermissionMissing.class)).hasMessageContaining("Worker Data");
        workday.fail("Get_Workers", 1, WorkdayFault.validation("The value 'Zebediah' of zq@example.com is wrong."));
        assertThat(failure(InvalidValue.class))
                .hasMessageContaining("The value … of … is wrong.")
                .hasMessageNotContaining(SECRET_NAME);
    }

    @Test
    void unknownFieldOverrideSystem_isNamedWithTheSetting() {
        assertThat(failure(source().fieldOverrides("Nonsense").build(), ALL, InvalidValue.class))
                .hasMessageContaining("'Nonsense' as a Integration_System_ID; check setting 'fieldOverrides'");
    }

    @ParameterizedTest
    @ValueSource(ints = {500, 502, 504})
    void http5xx_withoutAFault_isForLater(int status) {
        workday.fail("Get_Workers", 1, WorkdayFault.noSoap(status));
        assertThat(failure(RetryLater.class))
                .hasMessageContaining("HTTP " + status)
                .hasMessageContaining("text/html");
    }

    @Test
    void http401And403_withoutAFault_areTold() {
        workday.fail("Get_Workers", 1, WorkdayFault.noSoap(401));
        assertThat(failure(CredentialsRejected.class)).hasMessageContaining("401");
        workday.fail("Get_Workers", 1, WorkdayFault.noSoap(403));
        assertThat(failure(PermissionMissing.class)).hasMessageContaining("403");
        for (int status : new int[] {406, 418, 451}) {
            workday.fail("Get_Workers", 1, WorkdayFault.noSoap(status));
            assertThat(failure(ProtocolViolation.class)).hasMessageContaining("between here and Workday");
        }
        workday.fail("Get_Workers", 1, WorkdayFault.noSoap(408));
        assertThat(failure(RetryLater.class)).hasMessageContaining("408");
        workday.fail("Get_Workers", 1, WorkdayFault.noSoap(404));
        assertThat(failure(ProtocolViolation.class)).hasMessageContaining("setting 'endpoint'");
    }

    @Test
    void htmlWithStatus200_isRefused() {
        workday.fail("Get_Workers", 1, WorkdayFault.noSoap(200));
        assertThat(failure(ProtocolViolation.class)).hasMessageNotContaining("sorry");
    }

    @Test
    void busy_namesTheInstant_andTheSamePageIsReadAgain() {
        workday.failAfter("Get_Workers", 1, WorkdayFault.unavailable(Duration.ofMinutes(2)));
        try (WorkerPages pages = source().build().read(ALL)) {
            int found = pages.next().orElseThrow().workers().size();
            RetryLater later = catchThrowableOfType(RetryLater.class, pages::next);
            assertThat(later.notBefore()).contains(NOW.plusSeconds(120));
            clock.advance(Duration.ofSeconds(121));
            for (Optional<WorkerPage> page = pages.next(); page.isPresent(); page = pages.next()) {
                found += page.get().workers().size();
            }
            assertThat(found).isEqualTo(9);
        }
    }

    @Test
    void tooManyCalls_namesTheInstant() {
        workday.fail("Get_Server_Timestamp", 1, WorkdayFault.tooManyCalls(Duration.ofSeconds(30)));
        assertThat(failure(RetryLater.class).notBefore()).contains(NOW.plusSeconds(30));
    }

    @Test
    void connectionCutWithinAPage_isForLater_andNothingIsLost() {
        workday.failAfter("Get_Workers", 1, WorkdayFault.cutWithinAnswer());
        try (WorkerPages pages = source().build().read(ALL)) {
            int found = pages.next().orElseThrow().workers().size();
            assertThatThrownBy(pages::next).isInstanceOf(RetryLater.class);
            for (Optional<WorkerPage> page = pages.next(); page.isPresent(); page = pages.next()) {
                found += page.get().workers().size();
            }
            assertThat(found).isEqualTo(9);
        }
    }

    @Test
    void failedRead_goesOnFailing() {
        workday.failAfter("Get_Workers", 1, WorkdayFault.truncated());
        try (WorkerPages pages = source().build().read(ALL)) {
            pages.next();
            assertThatThrownBy(pages::next).isInstanceOf(ProtocolViolation.class);
            assertThatThrownBy(pages::next).isInstanceOf(ProtocolViolation.class);
        }
    }

    @Test
    void badIdsThatFailTheWholeCall_areSingledOut() {
        workday.fail(
                "Get_Workers",
                1,
                WorkdayFault.validation("Invalid ID value.  'E77' is not a valid ID value for type = 'Employee_ID'"));
        WorkdaySource source = source().build();
        try (WorkerPages pages = source.read(new WorkerQuery.ByIds(Set.of("E1", "E2"), Optional.empty()))) {
            assertThat(pages.next().orElseThrow().workers()).hasSize(2);
        }
    }

    @Test
    void noMessageHoldsAPersonOrASecret() {
        List<WorkdayFault> faults = List.of(
                WorkdayFault.truncated(),
                WorkdayFault.body(text -> text.replace("</wd:First_Name>", "</wd:Worst_Name>")),
                WorkdayFault.validation("Zebediah Quill <zq@example.com> has no number 4711."),
                WorkdayFault.processingFailed());
        for (WorkdayFault fault : faults) {
            workday.fail("Get_Workers", 1, fault);
            for (Throwable cause = failure(ConnectorException.class); cause != null; cause = cause.getCause()) {
                assertThat(String.valueOf(cause.getMessage()))
                        .doesNotContain(SECRET_NAME, "zq@example.com", workday.password());
            }
        }
        assertThat(source().build().toString()).doesNotContain(workday.password());
        assertThat(Map.of("test", source().build().test().toString()).toString())
                .doesNotContain(SECRET_NAME);
    }

    private WorkdaySourceBuilder source() {
        return WorkdaySource.builder(workday.endpoint())
                .credentials(workday.user(), workday.password())
                .pageSize(4)
                .clock(clock);
    }

    private void assertRefused(UnaryOperator<String> edit, String words) {
        workday.fail("Get_Workers", 1, WorkdayFault.body(edit));
        assertThat(failure(ProtocolViolation.class)).hasMessageContaining(words);
    }

    private <T extends ConnectorException> T failure(Class<T> type) {
        T failure = failure(source().build(), ALL, type);
        workday.heal();
        return failure;
    }

    private static <T extends ConnectorException> T failure(WorkdaySource source, WorkerQuery query, Class<T> type) {
        try (WorkerPages pages = source.read(query)) {
            return catchThrowableOfType(type, () -> {
                while (pages.next().isPresent()) {
                    // Until it fails.
                }
            });
        }
    }

    private static int readAll(WorkdaySource source) {
        int found = 0;
        try (WorkerPages pages = source.read(ALL)) {
            for (Optional<WorkerPage> page = pages.next(); page.isPresent(); page = pages.next()) {
                found += page.get().workers().size();
            }
        }
        return found;
    }
}
