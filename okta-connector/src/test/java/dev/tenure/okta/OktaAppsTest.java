package dev.tenure.okta;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tenure.lifecycle.account.AccountRef;
import dev.tenure.lifecycle.attribute.Attributes;
import dev.tenure.lifecycle.failure.Conflict;
import dev.tenure.lifecycle.failure.InvalidValue;
import dev.tenure.lifecycle.failure.NotFound;
import dev.tenure.lifecycle.failure.RetryLater;
import dev.tenure.simulators.okta.Fault;
import dev.tenure.simulators.okta.OktaSimulator;
import dev.tenure.simulators.okta.UserStatus;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Single assignments to applications. */
@Timeout(60)
class OktaAppsTest {

    private static final String LOGIN = "a@example.com";
    private static final Attributes NOTHING = Attributes.empty();

    private final ManualTime time = new ManualTime();
    private final OktaSimulator okta = OktaSimulator.builder(time).start();
    private final OktaTarget target = OktaTarget.builder(okta.url())
            .token(okta.token())
            .clock(time)
            .waiter(time)
            .build();
    private final OktaApps apps = target.apps();
    private final String payroll = okta.addApp("Payroll", true);
    private final AccountRef ref = new AccountRef(
            "okta", okta.addUser(People.profile(LOGIN), UserStatus.ACTIVE).id());

    @AfterEach
    void stop() {
        okta.close();
    }

    @Test
    void assign_isSuccessAgain_andSendsTheProfile() {
        AppAssignment made = apps.assign(
                payroll, ref, Attributes.builder().put("costCentre", "7").build());
        assertThat(made.throughGroup()).isFalse();
        assertThat(made.syncState()).contains("SYNCHRONIZED");
        assertThat(made.externalId()).isPresent();
        assertThat(apps.assign(payroll, ref, NOTHING)).isEqualTo(made);
        apps.assign(payroll, ref, Attributes.builder().put("costCentre", "8").build());
        assertThat(okta.assigned(payroll)).containsExactly(LOGIN);
        assertThat(apps.assigned(payroll)).containsExactly(made);
        assertThat(okta.calls())
                .containsEntry("POST /apps/{id}/users", 1)
                .containsEntry("POST /apps/{id}/users/{user}", 1);
        assertThat(made.toString()).doesNotContain(LOGIN);
    }

    @Test
    void anAppWithoutProvisioning_hasNoAccountOfItsOwn() {
        AppAssignment made = apps.assign(okta.addApp("Wiki", false), ref, NOTHING);
        assertThat(made.externalId()).isEmpty();
        assertThat(made.syncState()).contains("DISABLED");
    }

    @Test
    void s4_anAssignmentWhoseAnswerIsLost_isFoundByTheNextCall() {
        okta.failNext("POST /apps/{id}/users", 1, Fault.loseAnswer());
        assertThatThrownBy(() -> apps.assign(payroll, ref, NOTHING)).isInstanceOf(RetryLater.class);
        assertThat(apps.assign(payroll, ref, NOTHING).account()).isEqualTo(ref);
        assertThat(okta.calls()).containsEntry("POST /apps/{id}/users", 1);
    }

    @Test
    void somebodyElseAssignsInBetween_isSuccess() {
        apps.assign(payroll, ref, NOTHING);
        okta.failNext("GET /apps/{id}/users/{user}", 1, Fault.error(404, "E0000007"));
        assertThat(apps.assign(payroll, ref, NOTHING).account()).isEqualTo(ref);
        assertThat(okta.calls()).containsEntry("POST /apps/{id}/users", 2);
    }

    @Test
    void unassign_isSuccessAgain() {
        apps.assign(payroll, ref, NOTHING);
        apps.unassign(payroll, ref);
        apps.unassign(payroll, ref);
        assertThat(okta.assigned(payroll)).isEmpty();
        assertThat(apps.find(payroll, ref)).isEmpty();
    }

    @Test
    void whoComesThroughAGroup_staysSo() {
        String group = target.groups().orElseThrow().create("Staff").id();
        okta.assignGroup(payroll, group);
        target.groups().orElseThrow().addMember(group, ref);
        assertThat(apps.assign(payroll, ref, NOTHING).throughGroup()).isTrue();
        assertThat(okta.calls()).doesNotContainKey("POST /apps/{id}/users");
        assertThatThrownBy(() -> apps.unassign(payroll, ref))
                .isInstanceOf(Conflict.class)
                .hasMessageContaining("through a group")
                .hasMessageContaining(ref.id());
        target.groups().orElseThrow().removeMember(group, ref);
        assertThat(okta.assigned(payroll)).isEmpty();
    }

    @Test
    void deactivation_endsAssignments_andWhoIsDeactivatedGetsNone() {
        apps.assign(payroll, ref, NOTHING);
        target.deactivate(ref);
        assertThat(okta.assigned(payroll)).isEmpty();
        assertThatThrownBy(() -> apps.assign(payroll, ref, NOTHING)).isInstanceOf(InvalidValue.class);
        target.reactivate(ref);
        assertThat(okta.assigned(payroll)).isEmpty();
    }

    @Test
    void anAppThatIsNot_isNotFound() {
        assertThatThrownBy(() -> apps.assign("0oaNothing", ref, NOTHING)).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> apps.assigned("0oaNothing")).isInstanceOf(NotFound.class);
    }

    @Test
    void pagesOfAssignments_areFollowed() {
        for (int i = 0; i < 600; i++) {
            AccountRef one = new AccountRef(
                    "okta",
                    okta.addUser(People.profile("p" + i + "@example.com"), UserStatus.ACTIVE)
                            .id());
            if (i % 2 == 0 || i > 100) {
                apps.assign(payroll, one, NOTHING);
            }
        }
        assertThat(apps.assigned(payroll)).hasSize(550).doesNotHaveDuplicates();
        assertThat(okta.calls()).containsEntry("GET /apps/{id}/users", 2);
    }
}
