package dev.tenure.workday;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tenure.lifecycle.failure.InvalidValue;
import dev.tenure.lifecycle.failure.PermissionMissing;
import dev.tenure.lifecycle.failure.RetryLater;
import dev.tenure.lifecycle.source.ContactField;
import dev.tenure.lifecycle.source.ContactWriteBack;
import dev.tenure.lifecycle.source.WorkerPages;
import dev.tenure.lifecycle.source.WorkerQuery;
import dev.tenure.lifecycle.worker.Worker;
import dev.tenure.simulators.workday.WorkdayFault;
import dev.tenure.simulators.workday.WorkdaySimulator;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import okhttp3.OkHttpClient;
import okio.Buffer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is written back, what is not, and what a refusal says (part F). */
final class WriteBackTest {

    private final MovableClock clock = new MovableClock(Instant.parse("2026-03-02T18:00:00Z"));
    private final WorkdaySimulator workday = WorkdaySimulator.builder(clock)
            .phoneDevices(Set.of("Desk", "Mobile"))
            .start();

    @BeforeEach
    void hire() {
        workday.hire("E1", LocalDate.of(2024, 1, 8), edit -> edit.name("A", "B").email("old@example.com"));
    }

    @AfterEach
    void stop() {
        workday.close();
    }

    @Test
    void f1_emailAndPhoneOfOneUsage_goInOneCall() {
        source(List.of("Desk"))
                .write(
                        worker(),
                        Map.of(
                                ContactField.WORK_EMAIL,
                                "new@example.com",
                                ContactField.WORK_PHONE,
                                "+1 (415) 555-0100"));

        assertThat(workday.contact("E1"))
                .containsEntry("workEmail", "new@example.com")
                .containsEntry("workPhone", "+14155550100");
        assertThat(workday.calls("Change_Work_Contact_Information")).isEqualTo(1);
        assertThat(workday.calls("Change_Home_Contact_Information")).isZero();
    }

    @Test
    void f3_whatIsThereAlready_isNotWritten() {
        source(List.of("Desk")).write(worker(), Map.of(ContactField.WORK_EMAIL, "old@example.com"));

        assertThat(workday.calls("Change_Work_Contact_Information")).isZero();
    }

    @Test
    void customDeviceTypes_areExplained() {
        assertThatThrownBy(() ->
                        source(List.of("Telephone")).write(worker(), Map.of(ContactField.WORK_PHONE, "+14155550100")))
                .isInstanceOf(InvalidValue.class)
                .hasMessageContaining("'Telephone' as a Phone_Device_Type_ID")
                .hasMessageContaining("setting 'phoneDevices'")
                .hasMessageContaining("Maintain Reference IDs");
    }

    @Test
    void countryPhoneCodesOfTheTenantsOwn_areSent_andAnUnknownOneIsExplained() {
        Map<ContactField, String> values = Map.of(ContactField.WORK_PHONE, "+14155550177");
        workday.fail(
                "Change_Work_Contact_Information",
                1,
                WorkdayFault.validation(
                        "Invalid ID value.  'USA_1' is not a valid ID value for type = 'Country_Phone_Code_ID'"));
        assertThatThrownBy(() -> source(List.of("Desk")).write(worker(), values))
                .isInstanceOf(InvalidValue.class)
                .hasMessageContaining("'USA_1' as a Country_Phone_Code_ID")
                .hasMessageContaining("setting 'countryPhoneCodes'");

        List<String> sent = new CopyOnWriteArrayList<>();
        OkHttpClient recording = new OkHttpClient.Builder()
                .addInterceptor(chain -> {
                    Buffer body = new Buffer();
                    chain.request().body().writeTo(body);
                    sent.add(body.readUtf8());
                    return chain.proceed(chain.request());
                })
                .build();
        builder(List.of("Desk"))
                .countryPhoneCodes(Map.of("USA_1", "Tenant_1"))
                .client(recording)
                .build()
                .writeBack()
                .orElseThrow()
                .write(worker(), values);
        assertThat(sent).anyMatch(body -> body.contains(">Tenant_1<") && !body.contains("USA_1"));
        assertThat(workday.contact("E1")).containsEntry("workPhone", "+14155550177");
    }

    @Test
    void usageTypesOfTheTenantsOwn_areReadAndSent_andAnUnknownOneIsExplained() {
        try (WorkdaySimulator renamed =
                WorkdaySimulator.builder(clock).usageTypes("Office", "Private").start()) {
            renamed.hire(
                    "E1",
                    LocalDate.of(2024, 1, 8),
                    edit -> edit.name("A", "B").email("old@example.com").homeEmail("home@example.net"));
            WorkdaySourceBuilder settings = WorkdaySource.builder(renamed.endpoint())
                    .credentials(renamed.user(), renamed.password())
                    .writeBack(EnumSet.allOf(ContactField.class))
                    .clock(clock);
            assertThat(Reading.one(settings.build(), "E1").attributes().text("email"))
                    .isEmpty();
            Map<ContactField, String> values = Map.of(
                    ContactField.WORK_EMAIL, "new@example.com",
                    ContactField.MOBILE_PHONE, "+14155550177",
                    ContactField.HOME_PHONE, "+14155550178");
            Worker worker = Reading.one(settings.build(), "E1");
            ContactWriteBack usual = settings.build().writeBack().orElseThrow();
            assertThatThrownBy(() -> usual.write(worker, values))
                    .isInstanceOf(InvalidValue.class)
                    .hasMessageContaining("'WORK' as a Communication_Usage_Type_ID")
                    .hasMessageContaining("setting 'usageTypes'");

            WorkdaySource own = settings.usageTypes(List.of("Desk", "OFFICE"), List.of("Private"))
                    .build();

            assertThat(Reading.one(own, "E1").attributes().text("email")).contains("old@example.com");
            assertThat(Reading.one(own, "E1").attributes().text("secondEmail")).contains("home@example.net");
            own.writeBack().orElseThrow().write(worker, Map.of(ContactField.WORK_EMAIL, "new@example.com"));
            assertThatThrownBy(() -> own.writeBack().orElseThrow().write(worker, values))
                    .as("what is added gets the first")
                    .isInstanceOf(InvalidValue.class)
                    .hasMessageContaining("'Desk' as a Communication_Usage_Type_ID");
            settings.usageTypes(List.of("Office"), List.of("Private"))
                    .build()
                    .writeBack()
                    .orElseThrow()
                    .write(worker, values);
            assertThat(renamed.contact("E1"))
                    .containsEntry("workEmail", "new@example.com")
                    .containsEntry("mobilePhone", "+14155550177")
                    .containsEntry("homePhone", "+14155550178");
        }
    }

    @Test
    void usageTypes_thatAreEmptyOrOnBothSides_areRefused() {
        assertThatThrownBy(() -> builder(List.of("Desk")).usageTypes(List.of(), List.of("HOME")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("'usageTypes' is empty");
        assertThatThrownBy(() -> builder(List.of("Desk")).usageTypes(List.of("WORK", "Home"), List.of("HOME")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("'Home' both");
    }

    @Test
    void numberWithoutCountry_isRefusedBeforeTheCall() {
        assertThatThrownBy(
                        () -> source(List.of("Desk")).write(worker(), Map.of(ContactField.WORK_PHONE, "415 555 0100")))
                .isInstanceOf(InvalidValue.class)
                .hasMessageContaining("international form")
                .hasMessageNotContaining("415");
        assertThat(workday.calls("Change_Work_Contact_Information")).isZero();
    }

    @Test
    void otherChangeUnderWay_isForLater_andMissingPermissionIsNamed() {
        workday.fail(
                "Change_Work_Contact_Information",
                1,
                WorkdayFault.validation("You cannot initiate this action because there are other pending or completed"
                        + " actions for the person that conflict with this one."));
        workday.fail("Change_Work_Contact_Information", 1, WorkdayFault.notAuthorized());
        Map<ContactField, String> values = Map.of(ContactField.WORK_EMAIL, "new@example.com");

        assertThatThrownBy(() -> source(List.of("Desk")).write(worker(), values))
                .isInstanceOf(RetryLater.class);
        assertThatThrownBy(() -> source(List.of("Desk")).write(worker(), values))
                .isInstanceOf(PermissionMissing.class)
                .hasMessageContaining("Work Contact Change");
    }

    private ContactWriteBack source(List<String> phoneDevices) {
        return connector(phoneDevices).writeBack().orElseThrow();
    }

    private WorkdaySource connector(List<String> phoneDevices) {
        return builder(phoneDevices).build();
    }

    private WorkdaySourceBuilder builder(List<String> phoneDevices) {
        return WorkdaySource.builder(workday.endpoint())
                .credentials(workday.user(), workday.password())
                .phoneDevices(phoneDevices, List.of("Mobile"))
                .writeBack(EnumSet.allOf(ContactField.class))
                .clock(clock);
    }

    private Worker worker() {
        try (WorkerPages pages =
                connector(List.of("Desk")).read(new WorkerQuery.ByIds(Set.of("E1"), Optional.empty()))) {
            return pages.next().orElseThrow().workers().get(0);
        }
    }
}
