package dev.tenure.lifecycle.testkit.contract;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.tenure.lifecycle.account.AccountRef;
import dev.tenure.lifecycle.account.AccountStatus;
import dev.tenure.lifecycle.failure.Conflict;
import dev.tenure.lifecycle.failure.NotFound;
import dev.tenure.lifecycle.target.GroupTarget;
import dev.tenure.lifecycle.target.TargetGroup;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Groups and their members. */
abstract class GroupContract extends AccountStatusContract {

    @Test
    void groups_find_isByTheExactName() {
        try (IdentityTargetFixture there = fixture()) {
            GroupTarget groups = groups(there);
            TargetGroup made = groups.create("Engineering");
            assertEquals("Engineering", made.name(), "create() returned another name");
            assertEquals(Optional.of(made), groups.find("Engineering"), "find() does not find a group that was made");
            assertEquals(Optional.empty(), groups.find("Engineer"), "find() must mind the exact name");
            assertEquals(List.of(), groups.members(made.id()), "a new group has members");
        }
    }

    @Test
    void groups_create_ofANameThatIsTaken_isAConflict() {
        try (IdentityTargetFixture there = fixture()) {
            GroupTarget groups = groups(there);
            groups.create("Engineering");
            assertThrows(
                    Conflict.class, () -> groups.create("Engineering"), "create() of a taken name must be a Conflict");
        }
    }

    @Test
    void groups_rename_keepsIdAndMembers_andAgainIsSuccess() {
        try (IdentityTargetFixture there = fixture()) {
            GroupTarget groups = groups(there);
            TargetGroup group = groups.create("Eng");
            AccountRef member = create(there, 1).ref();
            groups.addMember(group.id(), member);
            groups.rename(group.id(), "Engineering");
            assertDoesNotThrow(() -> groups.rename(group.id(), "Engineering"), "the second rename() must be success");
            assertEquals(
                    Optional.of(group.id()),
                    groups.find("Engineering").map(TargetGroup::id),
                    "rename() changed the id");
            assertEquals(Optional.empty(), groups.find("Eng"), "the old name is still there");
            assertEquals(List.of(member), groups.members(group.id()), "rename() lost the members");
        }
    }

    @Test
    void groups_rename_toANameThatIsTaken_isAConflict_andOfNone_NotFound() {
        try (IdentityTargetFixture there = fixture()) {
            GroupTarget groups = groups(there);
            TargetGroup group = groups.create("Eng");
            groups.create("Sales");
            assertThrows(
                    Conflict.class,
                    () -> groups.rename(group.id(), "Sales"),
                    "rename() to a taken name must be a Conflict");
            assertThrows(
                    NotFound.class,
                    () -> groups.rename(there.noGroup(), "Other"),
                    "rename() of a group that is not there must be NotFound");
        }
    }

    @Test
    void groups_delete_removes_andAgainIsSuccess() {
        try (IdentityTargetFixture there = fixture()) {
            GroupTarget groups = groups(there);
            TargetGroup group = groups.create("Engineering");
            AccountRef member = create(there, 1).ref();
            groups.addMember(group.id(), member);
            groups.delete(group.id());
            assertEquals(Optional.empty(), groups.find("Engineering"), "delete() left the group");
            assertDoesNotThrow(() -> groups.delete(group.id()), "delete() of a group that is gone must be success");
            assertStatus(there, member, AccountStatus.ACTIVE, "delete() of a group");
        }
    }

    @Test
    void groups_members_areThoseWhoWereAddedAndNotRemoved() {
        try (IdentityTargetFixture there = fixture()) {
            GroupTarget groups = groups(there);
            String id = groups.create("Engineering").id();
            AccountRef one = create(there, 1).ref();
            AccountRef two = create(there, 2).ref();
            groups.addMember(id, one);
            groups.addMember(id, two);
            assertDoesNotThrow(() -> groups.addMember(id, one), "addMember() of who is in it must be success");
            assertEquals(2, groups.members(id).size(), "the group must have the two members, once each");
            groups.removeMember(id, one);
            assertDoesNotThrow(
                    () -> groups.removeMember(id, one), "removeMember() of who is not in it must be success");
            assertEquals(List.of(two), groups.members(id), "removeMember() must take out the one it names");
        }
    }

    @Test
    void groups_member_ofWhatIsNotThere() {
        try (IdentityTargetFixture there = fixture()) {
            GroupTarget groups = groups(there);
            String id = groups.create("Engineering").id();
            AccountRef someone = create(there, 1).ref();
            assertThrows(
                    NotFound.class,
                    () -> groups.addMember(there.noGroup(), someone),
                    "addMember() to a group that is gone must be NotFound");
            assertThrows(
                    NotFound.class,
                    () -> groups.addMember(id, there.nobody()),
                    "addMember() of an account that is gone must be NotFound");
            assertThrows(
                    NotFound.class,
                    () -> groups.members(there.noGroup()),
                    "members() of a group that is gone must be NotFound");
            assertDoesNotThrow(
                    () -> groups.removeMember(there.noGroup(), someone),
                    "removeMember() from a group that is gone must be success");
        }
    }

    @Test
    void e6_suspendedAccount_keepsItsGroups() {
        try (IdentityTargetFixture there = fixture()) {
            GroupTarget groups = groups(there);
            String id = groups.create("Engineering").id();
            AccountRef member = create(there, 1).ref();
            groups.addMember(id, member);
            there.target().suspend(member);
            assumeTrue(read(there, member).status() == AccountStatus.SUSPENDED, "the target cannot suspend");
            assertEquals(List.of(member), groups.members(id), "a suspended account keeps its groups");
        }
    }
}
