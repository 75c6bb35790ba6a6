package dev.tenure.scim;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenure.lifecycle.account.AccountRef;
import dev.tenure.lifecycle.target.GroupTarget;
import dev.tenure.simulators.scim.Fault;
import dev.tenure.simulators.scim.ScimQuirk;
import dev.tenure.simulators.scim.ScimSimulator;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Groups and their members, and what a user leaves behind in them. */
class ScimGroupsTest {

    private final Services services = new Services();

    @AfterEach
    void close() {
        services.close();
    }

    @Test
    void g2_aMemberIsStoredOnce_andOneThatIsThereTwiceBecomesOne() {
        ScimSimulator service = services.start(UnaryOperator.identity());
        ScimTarget target = services.target(service);
        AccountRef ann = services.ann(target, service);
        GroupTarget groups = target.groups().orElseThrow();
        String staff = groups.create("Staff").id();
        service.forgetCalls();
        groups.addMember(staff, ann);
        groups.addMember(staff, ann);
        assertThat(service.groups()).containsEntry("Staff", List.of("ann@example.com"));
        assertThat(service.calls()).containsEntry("PATCH /Groups/{id}", 2);
    }

    @Test
    void delete_leavesNoMembershipBehind() {
        ScimSimulator service = services.start(UnaryOperator.identity());
        ScimTarget target = services.target(service);
        AccountRef ann = services.ann(target, service);
        GroupTarget groups = target.groups().orElseThrow();
        groups.addMember(groups.create("Staff").id(), ann);
        groups.addMember(groups.create("Sales").id(), ann);
        target.delete(ann);
        assertThat(service.groups()).containsEntry("Staff", List.of()).containsEntry("Sales", List.of());
        assertThat(service.users()).isEmpty();
    }

    @Test
    void delete_isOneBulkCall_whereTheServiceTakesThese() {
        ScimSimulator service = services.start(with -> with.bulk(3));
        ScimTarget target = services.target(service);
        AccountRef ann = services.ann(target, service);
        GroupTarget groups = target.groups().orElseThrow();
        groups.addMember(groups.create("Staff").id(), ann);
        groups.addMember(groups.create("Sales").id(), ann);
        service.forgetCalls();
        target.delete(ann);
        assertThat(service.groups()).containsEntry("Staff", List.of()).containsEntry("Sales", List.of());
        assertThat(service.users()).isEmpty();
        assertThat(service.calls()).containsEntry("POST /Bulk", 1).doesNotContainKey("DELETE /Users/{id}");
    }

    @Test
    void aBulkCallThatIsRefused_orDidNotDoItAll_isDoneOneByOne() {
        for (Fault fault : List.of(
                Fault.error(413, "tooMany", "too many"),
                Fault.error(412, "", "an operation failed"),
                Fault.error(501, "", "no"))) {
            ScimSimulator service = services.start(with -> with.bulk(10));
            ScimTarget target = services.target(service);
            AccountRef ann = services.ann(target, service);
            GroupTarget groups = target.groups().orElseThrow();
            groups.addMember(groups.create("Staff").id(), ann);
            service.failNext("POST /Bulk", 1, fault);
            target.delete(ann);
            assertThat(service.groups()).containsEntry("Staff", List.of());
            assertThat(service.users()).isEmpty();
        }
    }

    @Test
    void aGroupWithAnotherName_isNotTakenForThisOne() {
        ScimSimulator service = services.start(with -> with.quirk(ScimQuirk.GROUP_NAMES_REPEAT));
        ScimTarget target = services.target(service);
        service.addGroup("staff");
        assertThat(target.groups().orElseThrow().find("Staff")).isEmpty();
        service.addGroup("Staff");
        assertThat(target.groups().orElseThrow().find("Staff")).isPresent();
    }
}
