package dev.tenure.examples.docs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenure.activedirectory.ActiveDirectoryTarget;
import dev.tenure.lifecycle.engine.InMemoryStore;
import dev.tenure.lifecycle.engine.LifecycleEngine;
import dev.tenure.lifecycle.engine.Placement;
import dev.tenure.lifecycle.engine.TargetUse;
import dev.tenure.lifecycle.mapping.AttributeMapping;
import dev.tenure.lifecycle.mapping.DefaultMappings;
import dev.tenure.lifecycle.policy.LifecyclePolicy;
import dev.tenure.lifecycle.testkit.InMemoryHrSource;
import dev.tenure.lifecycle.testkit.SettableClock;
import org.junit.jupiter.api.Test;

/** The samples of docs/active-directory.md. */
class ActiveDirectorySamplesTest {

    private final SettableClock clock = SettableClock.at("2026-03-02T09:00:00Z");
    private final String password = "not used";

    @Test
    void target() {
        // sample active-directory
        ActiveDirectoryTarget target = ActiveDirectoryTarget.builder("DC=corp,DC=example")
                .controller("dc1.corp.example")
                .controller("dc2.corp.example") // asked when the first one does not answer
                .credentials("tenure@corp.example", password)
                .accountsIn("OU=Staff,DC=corp,DC=example")
                .leaversPlace("OU=Leavers,DC=corp,DC=example")
                .groupsIn("OU=Groups,DC=corp,DC=example")
                .build();
        TargetUse use = TargetUse.mapped(AttributeMapping.builder()
                        .addAll(DefaultMappings.oktaToActiveDirectory())
                        .row("managerUpn", "null") // the next row does it, in whatever order people arrive
                        .row("manager", "source.managerId")
                        .build())
                .withReference("manager")
                .withPlacement(Placement.byTarget().withGroup("Sales", "Sales").withExpression("user.city"));
        // end

        // An engine checks the mapping against the target's schema; the directory is not asked for that.
        assertThat(LifecycleEngine.builder()
                        .source(InMemoryHrSource.builder("hr", clock).build())
                        .policy(LifecyclePolicy.recommended())
                        .store(new InMemoryStore())
                        .clock(clock)
                        .target(target, use)
                        .build())
                .isNotNull();
        target.close();
    }
}
