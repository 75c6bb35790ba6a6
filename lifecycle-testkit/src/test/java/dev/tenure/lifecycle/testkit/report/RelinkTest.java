package dev.tenure.lifecycle.testkit.report;

import static dev.tenure.lifecycle.testkit.report.ReportWorld.ref;
import static dev.tenure.lifecycle.testkit.report.ReportWorld.worker;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tenure.lifecycle.account.AccountStatus;
import dev.tenure.lifecycle.journal.ImportRun;
import dev.tenure.lifecycle.plan.ChangeKind;
import dev.tenure.lifecycle.plan.ImportKind;
import dev.tenure.lifecycle.store.JournalQuery;
import org.junit.jupiter.api.Test;

/** A link that is missing is repaired (rule N2). */
class RelinkTest {

    private final ReportWorld world = new ReportWorld();

    @Test
    void n2_relink_repairsTheLinkAndDoesNotTouchTheAccount() {
        world.hr.put(worker("a").with("userName", "other@example.com").with("email", "other@example.com"));
        world.addAccountOf(worker("a"), AccountStatus.ACTIVE);

        ImportRun run = world.engine().relink(ref("a"), "okta", "a@example.com");

        assertThat(run.count(ChangeKind.LINK)).isEqualTo(1);
        assertThat(world.okta.calls()).isEmpty();
        assertThat(world.store.journal(JournalQuery.of(ref("a")), 0, 9))
                .singleElement()
                .satisfies(entry -> {
                    assertThat(entry.rule()).isEqualTo("N2");
                    assertThat(entry.run()).isEqualTo(run.id());
                });
        world.engine().run(ImportKind.FULL);
        assertThat(world.okta.all()).hasSize(1);
        assertThat(world.okta.account("other@example.com")).isPresent();
    }

    @Test
    void n2_relink_refusesAnAccountOfAnotherAndALinkThatIsNotMissing() {
        world.imported(worker("a"), worker("b"));
        world.okta.addAccount(
                "free@example.com", AccountStatus.ACTIVE, dev.tenure.lifecycle.attribute.Attributes.empty());

        assertThatThrownBy(() -> world.engine().relink(ref("a"), "okta", "b@example.com"))
                .hasMessageContaining("linked to worker hr/b");
        assertThatThrownBy(() -> world.engine().relink(ref("a"), "okta", "free@example.com"))
                .hasMessageContaining("not missing");
        assertThatThrownBy(() -> world.engine().relink(ref("a"), "okta", "nobody@example.com"))
                .hasMessageContaining("No account")
                .hasMessageNotContaining("nobody@");
        world.okta.removeAccount("a@example.com");
        assertThat(world.engine().relink(ref("a"), "okta", "free@example.com").count(ChangeKind.LINK))
                .isEqualTo(1);
    }
}
