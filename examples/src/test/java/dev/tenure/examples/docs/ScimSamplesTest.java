package dev.tenure.examples.docs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenure.lifecycle.attribute.Attributes;
import dev.tenure.lifecycle.engine.InMemoryStore;
import dev.tenure.lifecycle.engine.LifecycleEngine;
import dev.tenure.lifecycle.engine.TargetUse;
import dev.tenure.lifecycle.mapping.AttributeMapping;
import dev.tenure.lifecycle.mapping.DefaultMappings;
import dev.tenure.lifecycle.plan.ImportKind;
import dev.tenure.lifecycle.testkit.HrRecord;
import dev.tenure.lifecycle.testkit.InMemoryHrSource;
import dev.tenure.lifecycle.testkit.SettableClock;
import dev.tenure.lifecycle.worker.Employment;
import dev.tenure.scim.ActiveForm;
import dev.tenure.scim.Lookup;
import dev.tenure.scim.MemberRemoval;
import dev.tenure.scim.PatchForm;
import dev.tenure.scim.ScimAttributes;
import dev.tenure.scim.ScimMappings;
import dev.tenure.scim.ScimTarget;
import dev.tenure.scim.Updates;
import dev.tenure.simulators.scim.ScimQuirk;
import dev.tenure.simulators.scim.ScimSimulator;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The samples of scim.md, run against the simulator. */
class ScimSamplesTest {

    private final SettableClock clock = SettableClock.at("2026-03-02T09:00:00Z");

    @Test
    void engine() {
        InMemoryHrSource hr = InMemoryHrSource.builder("hr", clock).build();
        LocalDate start = LocalDate.of(2024, 1, 8);
        Employment employment =
                Employment.builder().hireDate(start).firstDayOfWork(start).build();
        hr.put(HrRecord.of("1", employment, Attributes.empty())
                .with("userName", "jo@example.com")
                .with("employeeID", "1")
                .with("managerId", "2"));
        hr.put(HrRecord.of("2", employment, Attributes.empty())
                .with("userName", "sam@example.com")
                .with("employeeID", "2"));
        try (ScimSimulator service = ScimSimulator.builder(clock).start()) {
            String scimUrl = service.url();
            String scimToken = service.token();
            // sample scim
            ScimTarget target =
                    ScimTarget.builder(scimUrl).name("wiki").token(scimToken).build();
            AttributeMapping rows = ScimMappings.userToScim().toBuilder()
                    .row(ScimAttributes.MANAGER, "user.managerId")
                    .row("nickName", "user.firstName")
                    .build();
            LifecycleEngine engine = LifecycleEngine.builder()
                    .source(hr)
                    .mapping(DefaultMappings.hrToOkta())
                    .target(target, TargetUse.mapped(rows).withReference(ScimAttributes.MANAGER))
                    .store(new InMemoryStore())
                    .clock(clock)
                    .build(); // compares the rows with the service's /Schemas
            // end
            engine.run(ImportKind.FULL);
            assertThat(engine.failures()).isEmpty();
            assertThat(service.users()).hasSize(2);
        }
    }

    @Test
    void quirks() {
        try (ScimSimulator service = ScimSimulator.builder(clock)
                .quirk(ScimQuirk.ACTIVE_IS_TEXT)
                .quirk(ScimQuirk.NO_PATHS_IN_PATCH)
                .quirk(ScimQuirk.FILTERS_USER_NAME_ALONE)
                .start()) {
            String scimUrl = service.url();
            String scimToken = service.token();
            // sample scim-quirks
            ScimTarget target = ScimTarget.builder(scimUrl)
                    .token(scimToken)
                    .updates(Updates.PATCH) // whatever it announces
                    .patchForm(PatchForm.VALUES) // refuses paths in a PATCH
                    .activeForm(ActiveForm.TEXT) // wants "True" and "False"
                    .memberRemoval(MemberRemoval.BY_VALUE)
                    .lookup(Lookup.FILTER)
                    .keys(List.of(ScimAttributes.USER_NAME)) // cannot filter by externalId
                    .withoutMatchingByName() // nor by names
                    .build();
            // end
            assertThat(target.test().ok()).isTrue();
        }
    }
}
