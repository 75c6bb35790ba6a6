package dev.tenure.workday;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenure.lifecycle.source.ConnectionReport.Check;
import dev.tenure.lifecycle.source.ContactField;
import dev.tenure.simulators.workday.WorkdayFault;
import dev.tenure.simulators.workday.WorkdaySimulator;
import dev.tenure.simulators.workday.Workforce;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The connection test names what is missing (rule N3). */
final class ConnectionTestTest {

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
        return WorkdaySource.builder(workday.endpoint())
                .credentials(workday.user(), workday.password())
                .fieldOverrides("Tenure_Field_Overrides")
                .writeBack(Set.of(ContactField.WORK_EMAIL, ContactField.HOME_PHONE))
                .clock(clock)
                .build()
                .test()
                .checks()
                .stream()
                .filter(check -> check.problem().isPresent())
                .collect(Collectors.toMap(
                        Check::feature, check -> check.problem().orElseThrow()));
    }
}
