package dev.tenure.examples.quickstart;

import dev.tenure.activedirectory.ActiveDirectoryTarget;
import dev.tenure.lifecycle.attribute.AttributeValue;
import dev.tenure.lifecycle.attribute.Attributes;
import dev.tenure.lifecycle.engine.InMemoryStore;
import dev.tenure.lifecycle.engine.LifecycleEngine;
import dev.tenure.lifecycle.engine.Placement;
import dev.tenure.lifecycle.engine.TargetUse;
import dev.tenure.lifecycle.mapping.AttributeMapping;
import dev.tenure.lifecycle.mapping.DefaultMappings;
import dev.tenure.lifecycle.policy.LifecyclePolicy;
import dev.tenure.okta.OktaTarget;
import dev.tenure.scim.ScimMappings;
import dev.tenure.scim.ScimTarget;
import dev.tenure.simulators.directory.DirectorySimulator;
import dev.tenure.simulators.okta.OktaSimulator;
import dev.tenure.simulators.scim.ScimSimulator;
import dev.tenure.simulators.workday.WorkdaySimulator;
import dev.tenure.workday.WorkdaySource;
import java.time.Instant;

/** Workday on one side; Okta, a domain of Active Directory and a SCIM application on the other; one engine between them. */
final class ThreeSystems implements AutoCloseable {

    private final SimulatedTime time;
    private final WorkdaySimulator workday;
    private final OktaSimulator okta;
    private final DirectorySimulator directory = DirectorySimulator.start();
    private final ScimSimulator application;
    private final ActiveDirectoryTarget domain;
    private final LifecycleEngine engine;

    ThreeSystems(Instant start) {
        this.time = new SimulatedTime(start);
        this.workday = WorkdaySimulator.builder(time).start();
        this.okta = OktaSimulator.builder(time).passwordOptional().start();
        this.application = ScimSimulator.builder(time).start();
        this.domain = ActiveDirectoryTarget.builder(DirectorySimulator.DOMAIN)
                .controller("localhost", directory.port())
                .sslContext(DirectorySimulator.trust())
                .credentials(DirectorySimulator.SERVICE, DirectorySimulator.PASSWORD)
                .accountsIn(DirectorySimulator.STAFF)
                .leaversPlace(DirectorySimulator.LEAVERS)
                .groupsIn(DirectorySimulator.GROUPS)
                .build();
        this.engine = LifecycleEngine.builder()
                .source(WorkdaySource.builder(workday.endpoint())
                        .credentials(workday.user(), workday.password())
                        .clock(time)
                        .build())
                .target(OktaTarget.builder(okta.url())
                        .token(okta.token())
                        .clock(time)
                        .waiter(time::waitUntil)
                        .build())
                .target(domain, directoryUse())
                .target(
                        ScimTarget.builder(application.url())
                                .token(application.token())
                                .clock(time)
                                .waiter(time::waitUntil)
                                .build(),
                        TargetUse.mapped(ScimMappings.userToScim()))
                .store(new InMemoryStore())
                .policy(LifecyclePolicy.recommended())
                .clock(time)
                .build();
    }

    /** The default mapping M4, but for the manager, who is found as a reference in whatever order people arrive. */
    private static TargetUse directoryUse() {
        AttributeMapping rows = AttributeMapping.builder()
                .addAll(DefaultMappings.oktaToActiveDirectory())
                .row("managerUpn", "null")
                .row("manager", "source.managerId")
                .build();
        return TargetUse.mapped(rows)
                .withReference("manager")
                .withProperties(Attributes.builder()
                        .put("namingContext", AttributeValue.of("corp.example.test"))
                        .build())
                .withPlacement(Placement.byTarget().withGroup("Sales", "Sales"));
    }

    SimulatedTime time() {
        return time;
    }

    WorkdaySimulator workday() {
        return workday;
    }

    OktaSimulator okta() {
        return okta;
    }

    DirectorySimulator directory() {
        return directory;
    }

    ScimSimulator application() {
        return application;
    }

    LifecycleEngine engine() {
        return engine;
    }

    /** Counts what was written to each system so far, Okta, the directory and the application. */
    int writes() {
        return okta.writes().size()
                + directory.writes().size()
                + application.writes().size();
    }

    @Override
    public void close() {
        domain.close();
        workday.close();
        okta.close();
        directory.close();
        application.close();
    }
}
