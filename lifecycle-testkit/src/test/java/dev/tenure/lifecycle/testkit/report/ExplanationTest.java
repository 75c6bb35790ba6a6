package dev.tenure.lifecycle.testkit.report;

import static dev.tenure.lifecycle.testkit.report.ReportWorld.endsOn;
import static dev.tenure.lifecycle.testkit.report.ReportWorld.ref;
import static dev.tenure.lifecycle.testkit.report.ReportWorld.worker;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tenure.lifecycle.engine.LifecycleEngine;
import dev.tenure.lifecycle.plan.ImportKind;
import dev.tenure.lifecycle.report.Explanation;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Why a worker is what it is (rule C10). */
class ExplanationTest {

    private final ReportWorld world = new ReportWorld();

    @Test
    void c10_explain_saysWhyTheWorkerIsWhatItIs() {
        world.imported(worker("a", endsOn("2026-03-20")));
        world.setTitle("Boss");

        Explanation explanation = world.engine().explain(ref("a"));

        assertThat(explanation.because())
                .contains(
                        "ACTIVE since 2024-03-01T00:00:00Z",
                        "rule B3",
                        "Europe/Lisbon, the worker's preferred zone (C3)",
                        "TERMINATED at 2026-03-21");
        assertThat(explanation.facts()).contains(new Explanation.Fact("termination date", "2026-03-20"));
        assertThat(explanation.targets())
                .singleElement()
                .satisfies(target -> assertThat(target.rows())
                        .filteredOn(row -> row.row().attribute().equals("title"))
                        .singleElement()
                        .satisfies(row -> {
                            assertThat(row.differs()).isTrue();
                            assertThat(row.inputs())
                                    .extracting(input -> input.name())
                                    .containsExactly("source.businessTitle");
                        }));
        assertThat(explanation.text())
                .contains("title = source.businessTitle", "\"Boss\", which differs", "termination date: 2026-03-20");
        assertThat(explanation + "" + explanation.targets() + explanation.facts())
                .doesNotContain("Boss");
    }

    @Test
    void c10_explain_worksFromTheStoreAndRefusesStrangers() {
        world.imported(worker("a"));
        world.hr.remove("a");

        assertThat(world.engine().explain(ref("a")).returned()).isFalse();
        assertThat(world.engine().explain(ref("a")).text()).contains("HR does not return this worker");
        assertThatThrownBy(() -> world.engine().explain(ref("nobody"))).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void c10_explain_saysWhyAnAccountIsNotAsTheDecisionAsks() {
        world.imported(worker("a"));
        world.hr.put(worker("a", endsOn("2026-02-27")));
        LifecycleEngine engine = world.engine();
        assertThat(notes(engine)).singleElement().asString().contains("has ended and the account is not closed yet");
        engine.run(ImportKind.INCREMENTAL);
        assertThat(notes(engine)).isEmpty();

        world.hr.put(worker("a"));
        assertThat(notes(engine)).singleElement().asString().contains("opens it (E5)");
        assertThat(notes(world.engine(policy -> policy.reactivateDeactivated(false))))
                .singleElement()
                .asString()
                .contains("waits for a person to open it (E4)");
    }

    private static List<String> notes(LifecycleEngine engine) {
        return engine.explain(ref("a")).targets().get(0).notes();
    }
}
