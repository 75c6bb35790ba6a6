package dev.tenure.lifecycle.testkit.report;

import static dev.tenure.lifecycle.testkit.report.ReportWorld.ref;
import static dev.tenure.lifecycle.testkit.report.ReportWorld.worker;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tenure.lifecycle.engine.LifecycleEngine;
import dev.tenure.lifecycle.mapping.AttributeMapping;
import dev.tenure.lifecycle.report.Cause;
import dev.tenure.lifecycle.report.Diagnosis;
import dev.tenure.lifecycle.report.Finding;
import org.junit.jupiter.api.Test;

/** Why an attribute was not updated (rule N1). */
class AttributeDiagnosisTest {

    private final ReportWorld world = new ReportWorld();

    private Diagnosis diagnose() {
        return world.engine().diagnose(ref("a"));
    }

    @Test
    void n1_diagnose_notMapped() {
        world.imported(worker("a").with("mobilePhone", "1"));

        assertThat(world.engine().diagnose(ref("a"), "mobilePhone").has(Cause.NOT_MAPPED))
                .isTrue();
        assertThat(diagnose().finding(Cause.NOT_MAPPED).orElseThrow().attributes())
                .containsExactly("mobilePhone");
    }

    @Test
    void n1_diagnose_mappedToSomethingElse() {
        world.imported(worker("a").with("title", "Sir"));

        assertThat(world.engine()
                        .diagnose(ref("a"), "businessUnit")
                        .finding(Cause.MAPPED_OTHERWISE)
                        .orElseThrow()
                        .evidence())
                .contains("department");
        assertThat(world.engine()
                        .diagnose(ref("a"), "title")
                        .finding(Cause.MAPPED_OTHERWISE)
                        .orElseThrow()
                        .evidence())
                .contains("source.businessTitle");
    }

    @Test
    void n1_diagnose_equalToTheLastOneSent() {
        world.imported(worker("a"));

        Diagnosis diagnosis = world.engine().diagnose(ref("a"), "title");

        assertThat(diagnosis.findings()).singleElement().satisfies(finding -> {
            assertThat(finding.cause()).isEqualTo(Cause.SAME_AS_SENT);
            assertThat(finding.attributes()).containsExactly("title");
        });
    }

    @Test
    void n1_diagnose_changedAtTheTarget() {
        world.imported(worker("a"));
        world.setTitle("Boss");

        assertThat(world.engine().diagnose(ref("a"), "title").has(Cause.CHANGED_AT_TARGET))
                .isTrue();
    }

    @Test
    void n1_diagnose_onCreateOnly() {
        world.imported(worker("a"));

        assertThat(world.engine().diagnose(ref("a"), "nickName").has(Cause.ON_CREATE_ONLY))
                .isTrue();
    }

    private LifecycleEngine with(String attribute, String expression) {
        return LifecycleEngine.builder()
                .source(world.hr)
                .target(world.okta)
                .mapping(AttributeMapping.builder()
                        .addAll(ReportWorld.MAPPING)
                        .row(attribute, expression)
                        .build())
                .store(world.store)
                .clock(world.clock)
                .build();
    }

    @Test
    void m5_diagnose_aRowThatFails() {
        world.imported(worker("a").with("floor", "third"));

        Finding finding = with("floor", "Convert.toInt(source.floor)")
                .diagnose(ref("a"), "floor")
                .finding(Cause.MAPPING_FAULT)
                .orElseThrow();

        assertThat(finding.attributes()).containsExactly("floor");
        assertThat(finding.evidence()).contains("nothing is sent").doesNotContain("third");
    }

    @Test
    void m6_diagnose_notReadFromHr() {
        world.imported(worker("a"));

        assertThat(with("division", "source.division")
                        .diagnose(ref("a"), "division")
                        .finding(Cause.NOT_READ)
                        .map(Finding::evidence)
                        .orElseThrow())
                .contains("source.division");
    }

    @Test
    void m6_diagnose_removedValueKept() {
        world.imported(worker("a"));
        world.hr.put(worker("a").without("businessTitle"));

        Diagnosis diagnosis =
                world.engine(policy -> policy.clearRemovedAttributes(false)).diagnose(ref("a"), "title");

        assertThat(diagnosis.has(Cause.REMOVED_VALUE_KEPT)).isTrue();
    }
}
