package dev.tenure.okta;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tenure.lifecycle.account.AccountRef;
import dev.tenure.lifecycle.failure.Conflict;
import dev.tenure.lifecycle.failure.NotFound;
import dev.tenure.lifecycle.target.GroupTarget;
import dev.tenure.simulators.okta.Fault;
import dev.tenure.simulators.okta.OktaSimulator;
import dev.tenure.simulators.okta.UserStatus;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which groups are written to. */
@Timeout(60)
class OktaGroupsTest {

    private final ManualTime time = new ManualTime();
    private final OktaSimulator okta = OktaSimulator.builder(time).start();
    private final AccountRef ref = new AccountRef(
            "okta",
            okta.addUser(People.profile("a@example.com"), UserStatus.ACTIVE).id());

    @AfterEach
    void stop() {
        okta.close();
    }

    private OktaTargetBuilder target() {
        return OktaTarget.builder(okta.url()).token(okta.token()).clock(time).waiter(time);
    }

    private static GroupTarget groups(OktaTargetBuilder target) {
        return target.build().groups().orElseThrow();
    }

    @Test
    void g1_aGroupThatOthersMade_isFoundAndNotTouched() {
        String theirs = okta.addGroup("Staff", "OKTA_GROUP");
        GroupTarget groups = groups(target());
        assertThat(groups.find("Staff")).isPresent();
        assertThat(groups.members(theirs)).isEmpty();
        refused(() -> groups.addMember(theirs, ref));
        refused(() -> groups.removeMember(theirs, ref));
        refused(() -> groups.rename(theirs, "People"));
        refused(() -> groups.delete(theirs));
        assertThat(okta.writes()).isEmpty();
    }

    private static void refused(ThrowingCallable call) {
        assertThatThrownBy(call).isInstanceOf(Conflict.class).hasMessageContaining("adoptGroups()");
    }

    @Test
    void g1_adoptGroups_writesToThemToo() {
        String theirs = okta.addGroup("Staff", "OKTA_GROUP");
        GroupTarget groups = groups(target().adoptGroups());
        groups.addMember(theirs, ref);
        groups.rename(theirs, "People");
        assertThat(okta.groups().get("People")).containsExactly("a@example.com");
        assertThat(okta.calls()).containsEntry("GET /groups/{id}", 1);
    }

    @Test
    void aGroupThatThisTargetMade_isKnownByALaterOne_atTheCostOfOneRead() {
        String ours = groups(target()).create("Staff").id();
        GroupTarget later = groups(target());
        later.addMember(ours, ref);
        later.removeMember(ours, ref);
        later.rename(ours, "People");
        later.addMember(ours, ref);
        assertThat(okta.groups().get("People")).containsExactly("a@example.com");
        assertThat(okta.calls()).containsEntry("GET /groups/{id}", 2);
        refused(() -> groups(target().name("other")).delete(ours));
        later.delete(ours);
        later.delete(ours);
        assertThat(okta.groups()).isEmpty();
    }

    /** No source says what a second membership is answered: 204 again, most likely. */
    @ParameterizedTest
    @CsvSource({"400, E0000001", "409, E0000055", "409, E0000062", "409, E0000108"})
    void e3_whoIsInTheGroupAlready_isSuccess_howeverOktaSaysSo(int status, String code) {
        GroupTarget groups = groups(target());
        String ours = groups.create("Staff").id();
        groups.addMember(ours, ref);
        groups.addMember(ours, ref);
        okta.failNext("PUT /groups/{id}/users/{user}", 1, Fault.error(status, code));
        groups.addMember(ours, ref);
        groups.removeMember(ours, ref);
        okta.failNext("PUT /groups/{id}/users/{user}", 1, Fault.error(status, code));
        assertThatThrownBy(() -> groups.addMember(ours, ref)).hasMessageContaining(code);
        assertThat(okta.groups().get("Staff")).isEmpty();
    }

    @Test
    void aGroupThatIsGone_isWhatTheContractSays() {
        GroupTarget groups = groups(target());
        groups.delete("00gNothing");
        groups.removeMember("00gNothing", ref);
        assertThatThrownBy(() -> groups.addMember("00gNothing", ref)).isInstanceOf(NotFound.class);
    }
}
