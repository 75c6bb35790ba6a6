package dev.tenure.successfactors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tenure.lifecycle.failure.InvalidValue;
import dev.tenure.lifecycle.failure.PermissionMissing;
import dev.tenure.lifecycle.source.ContactField;
import dev.tenure.lifecycle.source.WorkerPages;
import dev.tenure.lifecycle.source.WorkerQuery;
import dev.tenure.lifecycle.worker.Worker;
import dev.tenure.simulators.successfactors.SuccessFactorsFault;
import dev.tenure.simulators.successfactors.SuccessFactorsSimulator;
import dev.tenure.successfactors.options.SuccessFactorsPolicy;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What is written back, what is not, and what a refusal says (part W). */
final class WriteBackTest {

    private static final LocalDate HIRED = LocalDate.of(2024, 1, 8);

    private final MovableClock clock = new MovableClock(Instant.parse("2026-03-02T18:00:00Z"));
    private final SuccessFactorsSimulator hr = SuccessFactorsSimulator.start(clock);

    @AfterEach
    void stop() {
        hr.close();
    }

    @Test
    void w3_bothValues_goInOneRequest_andTheSameAgainCostsNone() {
        hr.hire("p1", HIRED, edit -> edit.name("A", "B").email("old@acme.test"));
        Map<ContactField, String> values =
                Map.of(ContactField.WORK_EMAIL, "new@acme.test", ContactField.WORK_PHONE, "+49 6227 1");
        write(SuccessFactorsPolicy.oktaParity(), values);
        write(SuccessFactorsPolicy.oktaParity(), values);
        assertThat(hr.requests())
                .filteredOn(request -> request.path().endsWith("/upsert"))
                .hasSize(1);
        assertThat(hr.records("PerPhone", "p1"))
                .singleElement()
                .satisfies(row -> assertThat(row)
                        .containsEntry("phoneNumber", "+49 6227 1")
                        .containsEntry("phoneType", "10605"));
    }

    @Test
    void w4_primaryPersonalEmail_isRefused_orTakenOver() {
        hr.hire("p1", HIRED, edit -> edit.name("A", "B").email("P", "a@home.example", true));
        Map<ContactField, String> values = Map.of(ContactField.WORK_EMAIL, "new@acme.test");
        assertThatThrownBy(() -> write(SuccessFactorsPolicy.oktaParity(), values))
                .isInstanceOf(InvalidValue.class)
                .hasMessageContaining("takeOverPrimary")
                .hasMessageNotContaining("new@acme.test");
        write(SuccessFactorsPolicy.recommended(), values);
        assertThat(hr.records("PerEmail", "p1"))
                .extracting(row -> row.get("emailAddress") + " " + row.get("isPrimary"))
                .containsExactlyInAnyOrder("a@home.example false", "new@acme.test true");
    }

    @Test
    void w6_whoHasEnded_isNotWrittenTo() {
        hr.hire("p1", HIRED, edit -> edit.name("A", "B").email("old@acme.test"));
        hr.terminate("p1", LocalDate.of(2026, 2, 20), "TERVCAR");
        assertThatThrownBy(() ->
                        write(SuccessFactorsPolicy.recommended(), Map.of(ContactField.WORK_EMAIL, "new@acme.test")))
                .isInstanceOf(InvalidValue.class)
                .hasMessageContaining("REFUSED_TERMINATED");
        write(
                SuccessFactorsPolicy.recommended().with(policy -> policy.postTerminationDays(30)),
                Map.of(ContactField.WORK_EMAIL, "new@acme.test"));
    }

    @Test
    void e1_recordRefusedWithinASuccess_isReported_withoutItsText() {
        hr.hire("p1", HIRED, edit -> edit.name("A", "B").email("old@acme.test"));
        assertThatThrownBy(
                        () -> write(SuccessFactorsPolicy.recommended(), Map.of(ContactField.WORK_EMAIL, "no address")))
                .isInstanceOf(InvalidValue.class)
                .hasMessageContaining("PerEmail")
                .hasMessageNotContaining("no address");
        hr.fail("upsert", 2, SuccessFactorsFault.answer(403, "Forbidden"));
        assertThatThrownBy(() ->
                        write(SuccessFactorsPolicy.recommended(), Map.of(ContactField.WORK_EMAIL, "new@acme.test")))
                .isInstanceOf(PermissionMissing.class)
                .hasMessageContaining("edit of e-mail");
    }

    @Test
    void w2_withoutTheTypes_nothingIsGuessed() {
        hr.hire("p1", HIRED, edit -> edit.name("A", "B"));
        hr.deny("Picklist");
        assertThatThrownBy(() ->
                        write(SuccessFactorsPolicy.recommended(), Map.of(ContactField.WORK_EMAIL, "new@acme.test")))
                .isInstanceOf(PermissionMissing.class)
                .hasMessageContaining("ecEmailType");
    }

    private void write(SuccessFactorsPolicy policy, Map<ContactField, String> values) {
        SuccessFactorsSource source = SuccessFactorsSource.builder(hr.endpoint())
                .credentials(hr.company(), hr.user(), hr.password())
                .policy(policy)
                .writeBack(Set.of(ContactField.WORK_EMAIL, ContactField.WORK_PHONE))
                .clock(clock)
                .build();
        try (WorkerPages pages = source.read(new WorkerQuery.ByIds(Set.of("p1"), Optional.empty()))) {
            Worker worker = pages.next().orElseThrow().workers().get(0);
            source.writeBack().orElseThrow().write(worker, values);
        }
    }
}
