package dev.tenure.workday;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenure.lifecycle.source.ConnectionReport;
import dev.tenure.lifecycle.source.ConnectionReport.Check;
import dev.tenure.lifecycle.source.ContactField;
import dev.tenure.simulators.workday.WorkdayFault;
import dev.tenure.simulators.workday.WorkdaySimulator;
import dev.tenure.simulators.workday.Workforce;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The connection test names what is missing (rule N3). */
final class ConnectionTestTest {

    private static final WorkdayFault HOME_HIDDEN = WorkdayFault.body(text -> text.replaceAll(
            "(?s)<wd:(Email_Address|Phone)_Data[ >](?:(?!</wd:(?:Email_Address|Phone)_Data>).)*>HOME<.*?</wd:\\1_Data>",
            ""));

    private final MovableClock clock = new MovableClock(Instant.parse("2026-03-02T18:00:00Z"));
    private final WorkdaySimulator workday = WorkdaySimulator.builder(clock).start();

    @BeforeEach
    void hire() {
        Workforce.of(10).hireInto(workday);
    }

    @AfterEach
    void stop() {
        workday.close();
    }

    @Test
    void withEveryPermission_nothingIsMissing() {
        assertThat(problems()).isEmpty();
        assertThat(workday.contact(Workforce.id(1))).containsEntry("workEmail", "user1@example.com");
    }

    @ParameterizedTest
    @CsvSource({
        "Worker_Status_Data, read employment facts, Current Staffing Information",
        "Contact_Data, read e-mail and phone, Person Data: Work Contact Information",
        "Worker_Job_Data, read positions, All Positions",
        "Business_Title, read business titles, Business Title on Worker Profile",
        "Name_Data, read names, View Security for Securable Item",
        "User_Account_Data, read preferred time zones, Workday Accounts",
        "Account_Provisioning_Data, read provisioning groups of workers, External Account Provisioning",
        "Integration_Field_Override_Data, read field overrides, View Security"
    })
    void n3_aBlockThatNobodyHas_isNamedWithItsDomain(String block, String feature, String domain) {
        workday.fail(
                "Get_Workers",
                1,
                WorkdayFault.body(text -> text.replaceAll("(?s)<wd:" + block + "[ >].*?</wd:" + block + ">", "")));

        assertThat(problems())
                .hasEntrySatisfying(feature, problem -> assertThat(problem).contains(domain, "activate pending"));
    }

    @Test
    void n3_chainsOfManagersThatNobodyHas_areNamed() {
        String chain = "(?s)<wd:Management_Chain_Data>\\s*<wd:Worker_Supervisory.*?</wd:Worker_Supervisory[^>]*>"
                + "\\s*</wd:Management_Chain_Data>";
        workday.fail("Get_Workers", 1, WorkdayFault.body(text -> text.replaceAll(chain, "")));

        assertThat(problems())
                .hasEntrySatisfying(
                        "read managers",
                        problem ->
                                assertThat(problem).contains("View Security for Securable Item", "activate pending"));
    }

    @Test
    void n3_homeContactThatNobodyHas_isTheirOwnAffair_whereItMayBeRead() {
        workday.fail("Get_Workers", 1, HOME_HIDDEN);
        assertThat(report().ok()).isTrue();
        assertThat(workday.calls("Get_Change_Home_Contact_Information")).isEqualTo(1);
    }

    @Test
    void n3_homeContactThatNobodyHas_andThatMayNotBeRead_isNamed() {
        workday.fail("Get_Workers", 1, HOME_HIDDEN);
        workday.fail("Get_Change_Home_Contact_Information", 1, WorkdayFault.notAuthorized());
        assertThat(problems())
                .hasSize(1)
                .hasEntrySatisfying(
                        "read home e-mail and phone",
                        problem -> assertThat(problem).contains("Person Data: Home Contact Information' (Get)"));
    }

    @Test
    void n3_homeContactOfWhichWorkdayDoesNotTell_isADoubt_withTheWayToFindOut() {
        workday.fail("Get_Workers", 1, HOME_HIDDEN);
        workday.fail("Get_Change_Home_Contact_Information", 1, WorkdayFault.processingFailed());
        assertThat(report().ok()).isTrue();
        workday.fail("Get_Workers", 1, HOME_HIDDEN);
        workday.fail("Get_Change_Home_Contact_Information", 1, WorkdayFault.processingFailed());
        assertThat(doubts())
                .hasSize(1)
                .hasEntrySatisfying(
                        "read home e-mail and phone",
                        doubt -> assertThat(doubt).contains("is not sure", "Person Data: Home Contact Information"));
    }

    @Test
    void n3_aLogThatFindsWorkersAndShowsNothing_isNamed() {
        workday.failAfter(
                "Get_Workers",
                1,
                WorkdayFault.body(text ->
                        text.replaceAll("(?s)<wd:Transaction_Log_Entry_Data>.*?</wd:Transaction_Log_Entry_Data>", "")));
        assertThat(problems())
                .hasSize(1)
                .hasEntrySatisfying(
                        "read the transaction log",
                        problem ->
                                assertThat(problem).contains("View Security for Securable Item", "'futureEvents' off"));
    }

    @Test
    void n3_aLogThatKnowsNothingOfAHire_isADoubt() {
        workday.failAfter(
                "Get_Workers",
                1,
                WorkdayFault.body(text -> text.replaceAll(
                        "(?s)<wd:Response_Data>.*</wd:Response_Data>", "<wd:Response_Data></wd:Response_Data>")));
        assertThat(doubts())
                .hasSize(1)
                .hasEntrySatisfying(
                        "read the transaction log",
                        doubt -> assertThat(doubt).contains("changes may go unseen", "incremental import"));
    }

    @Test
    void n3_aBusinessProcessThatTheTenantDoesNotKnow_isNamedWithItsSettings() {
        workday.failAfter(
                "Get_Workers",
                2,
                WorkdayFault.validation(
                        "Invalid ID value.  'Hire Employee' is not a valid ID value for type = 'Business_Process_Type'"));
        assertThat(problems())
                .hasSize(1)
                .hasEntrySatisfying(
                        "know the business processes",
                        problem -> assertThat(problem)
                                .contains("'Hire Employee'", "settings 'terminationTypes' and 'hireTypes'"));
    }

    @Test
    void n3_aWriteThatIsNotPermitted_isNamed() {
        workday.fail("Change_Home_Contact_Information", 1, WorkdayFault.notAuthorized());

        assertThat(problems())
                .hasSize(1)
                .hasEntrySatisfying(
                        "write home contact data",
                        problem -> assertThat(problem)
                                .contains("Person Data: Home Contact Information", "Home Contact Change"));
    }

    private Map<String, String> problems() {
        return told(Check::problem);
    }

    private Map<String, String> doubts() {
        return told(Check::doubt);
    }

    private Map<String, String> told(Function<Check, Optional<String>> part) {
        return report().checks().stream()
                .filter(check -> part.apply(check).isPresent())
                .collect(Collectors.toMap(
                        Check::feature, check -> part.apply(check).orElseThrow()));
    }

    private ConnectionReport report() {
        return WorkdaySource.builder(workday.endpoint())
                .credentials(workday.user(), workday.password())
                .fieldOverrides("Tenure_Field_Overrides")
                .writeBack(Set.of(ContactField.WORK_EMAIL, ContactField.HOME_PHONE))
                .clock(clock)
                .build()
                .test();
    }
}
