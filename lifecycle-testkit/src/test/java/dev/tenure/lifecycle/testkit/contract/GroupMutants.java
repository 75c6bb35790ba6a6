package dev.tenure.lifecycle.testkit.contract;

import dev.tenure.lifecycle.account.AccountRef;
import dev.tenure.lifecycle.failure.NotFound;
import dev.tenure.lifecycle.failure.ProtocolViolation;
import dev.tenure.lifecycle.target.GroupTarget;
import dev.tenure.lifecycle.target.TargetGroup;
import java.util.Optional;

/** Targets whose groups are wrong. */
final class GroupMutants extends TargetMutants {

    Mutant groupsThatAreNotFoundByExactName() {
        return wrongGroups("groups_find_isByTheExactName", "exact name", real -> new DelegatingTarget.Groups(real) {
            @Override
            public Optional<TargetGroup> find(String name) {
                return super.find(name).or(() -> super.find(name + "ing"));
            }
        });
    }

    Mutant groupsThatRefuseAMemberTwice() {
        return wrongGroups(
                "groups_members_areThoseWhoWereAddedAndNotRemoved",
                "must be success",
                real -> new DelegatingTarget.Groups(real) {
                    @Override
                    public void addMember(String id, AccountRef account) {
                        if (members(id).contains(account)) {
                            throw new ProtocolViolation("target", "target has the member already");
                        }
                        super.addMember(id, account);
                    }
                });
    }

    Mutant groupsThatAreRenamedByMakingOthers() {
        return wrongGroups(
                "groups_rename_keepsIdAndMembers_andAgainIsSuccess",
                "rename() changed the id",
                real -> new DelegatingTarget.Groups(real) {
                    @Override
                    public void rename(String id, String name) {
                        if (find(name).isEmpty()) {
                            create(name);
                            delete(id);
                        }
                    }
                });
    }

    Mutant groupsThatAreTakenOver() {
        return wrongGroups(
                "groups_create_ofANameThatIsTaken_isAConflict",
                "must be a Conflict",
                real -> new DelegatingTarget.Groups(real) {
                    @Override
                    public TargetGroup create(String name) {
                        return find(name).orElseGet(() -> super.create(name));
                    }
                });
    }

    Mutant groupsWhoseTakenNameIsNotReported() {
        return wrongGroups(
                "groups_rename_toANameThatIsTaken_isAConflict_andOfNone_NotFound",
                "must be a Conflict",
                real -> new DelegatingTarget.Groups(real) {
                    @Override
                    public void rename(String id, String name) {
                        if (find(name).isEmpty()) {
                            super.rename(id, name);
                        }
                    }
                });
    }

    Mutant groupsThatCannotBeDeletedTwice() {
        return wrongGroups(
                "groups_delete_removes_andAgainIsSuccess",
                "must be success",
                real -> new DelegatingTarget.Groups(real) {
                    @Override
                    public void delete(String id) {
                        members(id);
                        super.delete(id);
                    }
                });
    }

    Mutant groupsThatTakeAMemberIntoNothing() {
        return wrongGroups(
                "groups_member_ofWhatIsNotThere", "must be NotFound", real -> new DelegatingTarget.Groups(real) {
                    @Override
                    public void addMember(String id, AccountRef account) {
                        try {
                            super.addMember(id, account);
                        } catch (NotFound swallowed) {
                            return;
                        }
                    }
                });
    }

    Mutant targetThatTakesWhoIsBlockedOutOfGroups() {
        return wrong("e6_suspendedAccount_keepsItsGroups", "keeps its groups", real -> new DelegatingTarget(real) {
            @Override
            public void suspend(AccountRef account) {
                super.suspend(account);
                GroupTarget groups = groups().orElseThrow();
                groups.find("Engineering").ifPresent(group -> groups.removeMember(group.id(), account));
            }
        });
    }
}
