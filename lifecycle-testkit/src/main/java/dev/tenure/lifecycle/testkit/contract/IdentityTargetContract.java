package dev.tenure.lifecycle.testkit.contract;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.tenure.lifecycle.account.Account;
import dev.tenure.lifecycle.account.AccountKey;
import dev.tenure.lifecycle.account.AccountRef;
import dev.tenure.lifecycle.account.AccountStatus;
import dev.tenure.lifecycle.attribute.AttributeDelta;
import dev.tenure.lifecycle.attribute.AttributeValue;
import dev.tenure.lifecycle.attribute.Attributes;
import dev.tenure.lifecycle.failure.Conflict;
import dev.tenure.lifecycle.failure.ConnectorException;
import dev.tenure.lifecycle.failure.InvalidValue;
import dev.tenure.lifecycle.failure.NotFound;
import dev.tenure.lifecycle.source.ConnectionReport;
import dev.tenure.lifecycle.target.AccountPages;
import dev.tenure.lifecycle.target.GroupTarget;
import dev.tenure.lifecycle.target.IdentityTarget;
import dev.tenure.lifecycle.target.NewAccount;
import dev.tenure.lifecycle.target.PlaceTarget;
import dev.tenure.lifecycle.target.TargetDescription;
import dev.tenure.lifecycle.target.TargetGroup;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

/**
 * What every {@link IdentityTarget}, and its {@link GroupTarget} if it has one, holds, sentence by sentence. Extend it in
 * the tests of a connector. What the target or its fixture cannot do is skipped.
 */
public abstract class IdentityTargetContract {

    private static final int MORE_THAN_A_PAGE = 7;

    /** For those who extend it. */
    protected IdentityTargetContract() {}

    /**
     * Makes an empty system and the connector to it. Keep the pages of its listing smaller than seven accounts, so that
     * paging is seen.
     *
     * @return the fixture, which the test closes
     */
    protected abstract IdentityTargetFixture fixture();

    @Test
    void name_isNotBlank_andIsPartOfEveryReference() {
        try (IdentityTargetFixture there = fixture()) {
            String name = there.target().name();
            assertFalse(name.isBlank(), "name() is blank");
            assertEquals(name, there.target().name(), "name() changed from one call to the next");
            assertEquals(name, create(there, 1).ref().target(), "an AccountRef names another target than name() does");
        }
    }

    @Test
    void describe_namesTheLoginAndKeys() {
        try (IdentityTargetFixture there = fixture()) {
            TargetDescription description = there.target().describe();
            assertFalse(description.login().isBlank(), "describe() names no login attribute");
            assertFalse(description.keys().isEmpty(), "describe() names no key, so that nobody could ever be matched");
            Account made = create(there, 1);
            for (String key : description.keys()) {
                assertTrue(made.attributes().text(key).isPresent(), () -> "an account has no value for the key " + key);
            }
        }
    }

    @Test
    void n3_test_findsNoProblemWhereThereIsNone() {
        try (IdentityTargetFixture there = fixture()) {
            ConnectionReport report = there.target().test();
            assertTrue(report.ok(), () -> "test() reports a problem of a system that works: " + report);
            assertFalse(report.checks().isEmpty(), "test() says nothing of what it tried");
        }
    }

    @Test
    void n3_test_ofASystemThatDoesNotAnswer_reportsAndDoesNotThrow() {
        try (IdentityTargetFixture there = fixture()) {
            IdentityTarget target = orSkip(there.unreachable(), "an unreachable system");
            ConnectionReport report = assertDoesNotThrow(
                    target::test, "test() threw for a problem of the connection, which it is to report");
            assertFalse(report.ok(), "test() found nothing wrong with a system that does not answer");
        }
    }

    @Test
    void call_toASystemThatDoesNotAnswer_throwsAConnectorExceptionThatNamesIt() {
        try (IdentityTargetFixture there = fixture()) {
            IdentityTarget target = orSkip(there.unreachable(), "an unreachable system");
            ConnectorException failure = assertThrows(
                    ConnectorException.class,
                    () -> target.get(List.of(there.nobody())),
                    "a call to a system that does not answer must throw a ConnectorException");
            assertEquals(target.name(), failure.system(), "the exception names another system than name() does");
        }
    }

    @Test
    void get_returnsThoseThatExist_deactivatedOnesToo() {
        try (IdentityTargetFixture there = fixture()) {
            AccountRef active = create(there, 1).ref();
            AccountRef closed = create(there, 2).ref();
            there.target().deactivate(closed);
            List<Account> found = there.target().get(List.of(active, closed, there.nobody()));
            assertEquals(Set.of(active, closed), refs(found), "get() must return the accounts that exist and no other");
            assertEquals(2, found.size(), "get() returned an account twice");
            assertStatus(there, closed, AccountStatus.DEACTIVATED, "deactivate()");
        }
    }

    @Test
    void get_ofNothing_isNothing() {
        try (IdentityTargetFixture there = fixture()) {
            create(there, 1);
            assertEquals(List.of(), there.target().get(List.of()), "get() of no reference returned accounts");
        }
    }

    @Test
    void find_byAnyKey_findsEachAccountOnce() {
        try (IdentityTargetFixture there = fixture()) {
            Account one = create(there, 1);
            Account two = create(there, 2);
            there.target().deactivate(two.ref());
            List<AccountKey> keys = new ArrayList<>();
            for (Account account : List.of(one, two)) {
                for (String key : there.target().describe().keys()) {
                    keys.add(AccountKey.of(key, account.attributes().text(key).orElseThrow()));
                }
            }
            keys.add(AccountKey.of(there.target().describe().login(), there.freeLogin()));
            List<Account> found = there.target().find(keys);
            assertEquals(
                    Set.of(one.ref(), two.ref()),
                    refs(found),
                    "find() must return the accounts that fit any key, deactivated ones too, and no other");
            assertEquals(2, found.size(), "find() returned an account that fits two keys twice");
        }
    }

    @Test
    void find_byAKeyOfTwoAttributes_wantsBoth() {
        try (IdentityTargetFixture there = fixture()) {
            TargetDescription description = there.target().describe();
            String first = orSkip(description.firstName(), "first name");
            String last = orSkip(description.lastName(), "last name");
            Account one = create(there, 1);
            create(there, 2);
            AccountKey both = new AccountKey(Map.of(first, "First1", last, "Last1"));
            AccountKey mixed = new AccountKey(Map.of(first, "First1", last, "Last2"));
            assertEquals(Set.of(one.ref()), refs(there.target().find(List.of(both))), "find() by first and last name");
            assertEquals(
                    Set.of(),
                    refs(there.target().find(List.of(mixed))),
                    "all attributes of a key must have these values; one was enough");
        }
    }

    @Test
    void find_isAsCurrentAsAReadByReference() {
        try (IdentityTargetFixture there = fixture()) {
            String login = there.target().describe().login();
            Account made = create(there, 1);
            assertEquals(
                    Set.of(made.ref()),
                    refs(there.target().find(List.of(AccountKey.of(login, made.login())))),
                    "find() does not see an account that was just made");
            there.target().update(made.ref(), delta(login, there.freeLogin()));
            assertEquals(
                    Set.of(made.ref()),
                    refs(there.target().find(List.of(AccountKey.of(login, there.freeLogin())))),
                    "find() does not see a login that was just changed");
            assertEquals(
                    Set.of(),
                    refs(there.target().find(List.of(AccountKey.of(login, made.login())))),
                    "find() still sees a login that was just changed");
            there.target().deactivate(made.ref());
            assertEquals(
                    List.of(AccountStatus.DEACTIVATED),
                    there.target().find(List.of(AccountKey.of(login, there.freeLogin()))).stream()
                            .map(Account::status)
                            .toList(),
                    "find() returns a status that is no longer so");
        }
    }

    @Test
    void accounts_listsAllOnce_deactivatedOnesToo() {
        try (IdentityTargetFixture there = fixture()) {
            Set<AccountRef> before = refs(list(there));
            Set<AccountRef> made = new HashSet<>();
            for (int i = 1; i <= MORE_THAN_A_PAGE; i++) {
                made.add(create(there, i).ref());
            }
            there.target().deactivate(made.iterator().next());
            List<Account> listed = list(there);
            assertEquals(before.size() + made.size(), listed.size(), "accounts() must list every account exactly once");
            assertTrue(refs(listed).containsAll(made), "accounts() left accounts out; deactivated ones belong to it");
        }
    }

    @Test
    void accounts_closedTwiceOrEarly_isNoError() {
        try (IdentityTargetFixture there = fixture()) {
            create(there, 1);
            AccountPages pages = there.target().accounts();
            assertDoesNotThrow(pages::close, "close() before the first page threw");
            assertDoesNotThrow(pages::close, "the second close() threw");
        }
    }

    @Test
    void create_makesAnActiveAccountWithTheProfile() {
        try (IdentityTargetFixture there = fixture()) {
            Attributes profile = there.person(1).toBuilder()
                    .put(there.attribute(), AttributeValue.of("Analyst"))
                    .build();
            Account made = there.target().create(new NewAccount(profile, List.of()));
            assertEquals(AccountStatus.ACTIVE, made.status(), "create() must activate the account");
            assertEquals(
                    profile.text(there.target().describe().login()), Optional.of(made.login()), "login of the account");
            Account read = read(there, made.ref());
            for (String name : profile.names()) {
                assertEquals(
                        profile.text(name), read.attributes().text(name), () -> "create() lost the attribute " + name);
            }
            assertEquals(AccountStatus.ACTIVE, read.status(), "the status that is read after create()");
        }
    }

    @Test
    void create_aSecondTime_isAConflictAndNoSecondAccount() {
        try (IdentityTargetFixture there = fixture()) {
            Account made = create(there, 1);
            Conflict conflict = assertThrows(
                    Conflict.class, () -> create(there, 1), "a second create() for the same person must be a Conflict");
            assertEquals(there.target().name(), conflict.system(), "the exception names another system");
            assertFalse(
                    String.valueOf(conflict.getMessage()).contains(made.login()),
                    "the message of a Conflict must not hold a value of a person");
            assertEquals(1, byLogin(there, made.login()).size(), "a second create() made a second account");
        }
    }

    @Test
    void create_byTwoAtOnce_makesOneAccount() {
        try (IdentityTargetFixture there = fixture()) {
            AtomicInteger conflicts = new AtomicInteger();
            Threads.together(2, () -> {
                try {
                    create(there, 1);
                } catch (Conflict taken) {
                    conflicts.incrementAndGet();
                }
                return true;
            });
            String login =
                    there.person(1).text(there.target().describe().login()).orElseThrow();
            assertEquals(1, byLogin(there, login).size(), "two create() at once for the same person made two accounts");
            assertEquals(1, conflicts.get(), "of two create() at once for the same person one must be a Conflict");
        }
    }

    @Test
    void call_bySeveralThreads_isSafe() {
        try (IdentityTargetFixture there = fixture()) {
            AtomicInteger number = new AtomicInteger();
            List<AccountRef> made = Threads.together(
                    4, () -> create(there, number.incrementAndGet()).ref());
            assertEquals(4, refs(there.target().get(made)).size(), "accounts made by several threads at once are lost");
        }
    }

    @Test
    void update_sendsWhatItNamesAndNothingElse() {
        try (IdentityTargetFixture there = fixture()) {
            Account before = create(there, 1);
            Account after = there.target().update(before.ref(), delta(there.attribute(), "Analyst"));
            assertEquals(
                    Optional.of("Analyst"),
                    after.attributes().text(there.attribute()),
                    "update() must return the account as it is now");
            Account read = read(there, before.ref());
            assertEquals(Optional.of("Analyst"), read.attributes().text(there.attribute()), "update() was not kept");
            for (String name : there.person(1).names()) {
                assertEquals(
                        before.attributes().text(name),
                        read.attributes().text(name),
                        () -> "update() changed an attribute that it did not name: " + name);
            }
            assertEquals(AccountStatus.ACTIVE, read.status(), "update() changed the status");
        }
    }

    @Test
    void update_ofNull_clears() {
        try (IdentityTargetFixture there = fixture()) {
            AccountRef ref = create(there, 1).ref();
            there.target().update(ref, delta(there.attribute(), "Analyst"));
            there.target().update(ref, new AttributeDelta(Map.of(there.attribute(), AttributeValue.NULL)));
            assertEquals(
                    Optional.empty(),
                    read(there, ref).attributes().text(there.attribute()),
                    "AttributeValue.NULL in a delta must clear the attribute");
        }
    }

    @Test
    void update_calledAgain_succeedsAndChangesNothing() {
        try (IdentityTargetFixture there = fixture()) {
            AccountRef ref = create(there, 1).ref();
            AttributeDelta delta = delta(there.attribute(), "Analyst");
            there.target().update(ref, delta);
            Account once = read(there, ref);
            assertDoesNotThrow(
                    () -> there.target().update(ref, delta), "the second update() with the same delta threw");
            assertEquals(once, read(there, ref), "the second update() with the same delta changed something");
            AttributeDelta clear = new AttributeDelta(Map.of(there.attribute(), AttributeValue.NULL));
            there.target().update(ref, clear);
            assertDoesNotThrow(() -> there.target().update(ref, clear), "clearing what has no value threw");
        }
    }

    @Test
    void update_ofTheLogin_keepsTheReference() {
        try (IdentityTargetFixture there = fixture()) {
            AccountRef ref = create(there, 1).ref();
            String login = there.target().describe().login();
            Account renamed = there.target().update(ref, delta(login, there.freeLogin()));
            assertEquals(ref, renamed.ref(), "a reference must stay the same through a change of login");
            assertEquals(there.freeLogin(), read(there, ref).login(), "the login was not changed");
        }
    }

    @Test
    void update_toALoginOfAnother_isAConflict() {
        try (IdentityTargetFixture there = fixture()) {
            Account one = create(there, 1);
            Account two = create(there, 2);
            String login = there.target().describe().login();
            assertThrows(
                    Conflict.class,
                    () -> there.target().update(two.ref(), delta(login, one.login())),
                    "update() with the login of another account must be a Conflict");
            assertEquals(two.login(), read(there, two.ref()).login(), "a refused update() changed the login");
        }
    }

    @Test
    void update_withAValueThatIsRefused_isAnInvalidValue() {
        try (IdentityTargetFixture there = fixture()) {
            AttributeDelta refused = orSkip(there.refused(), "value that the target refuses");
            AccountRef ref = create(there, 1).ref();
            Account before = read(there, ref);
            InvalidValue failure = assertThrows(
                    InvalidValue.class,
                    () -> there.target().update(ref, refused),
                    "a value that the target refuses must be an InvalidValue");
            refused.values().values().stream()
                    .map(AttributeValue::asText)
                    .filter(text -> text.length() > 2)
                    .forEach(text -> assertFalse(
                            String.valueOf(failure.getMessage()).contains(text),
                            "the message of an InvalidValue must not hold the value"));
            assertEquals(before, read(there, ref), "a refused update() changed something");
        }
    }

    @Test
    void change_ofAnAccountThatIsNotThere_isNotFound() {
        try (IdentityTargetFixture there = fixture()) {
            IdentityTarget target = there.target();
            AccountRef nobody = there.nobody();
            Map<String, Executable> calls = Map.of(
                    "update()", () -> target.update(nobody, delta(there.attribute(), "Analyst")),
                    "deactivate()", () -> target.deactivate(nobody),
                    "reactivate()", () -> target.reactivate(nobody),
                    "suspend()", () -> target.suspend(nobody),
                    "unsuspend()", () -> target.unsuspend(nobody));
            calls.forEach((name, call) -> assertThrows(
                    NotFound.class, call, () -> name + " of an account that is not there must be NotFound"));
        }
    }

    @Test
    void deactivate_closes_andAgainIsSuccess() {
        try (IdentityTargetFixture there = fixture()) {
            AccountRef ref = create(there, 1).ref();
            there.target().deactivate(ref);
            assertStatus(there, ref, AccountStatus.DEACTIVATED, "deactivate()");
            assertDoesNotThrow(
                    () -> there.target().deactivate(ref), "deactivate() of a closed account must be success");
            assertStatus(there, ref, AccountStatus.DEACTIVATED, "the second deactivate()");
        }
    }

    @Test
    void deactivate_ofASuspendedAccount_closes() {
        try (IdentityTargetFixture there = fixture()) {
            AccountRef ref = create(there, 1).ref();
            there.target().suspend(ref);
            there.target().deactivate(ref);
            assertStatus(there, ref, AccountStatus.DEACTIVATED, "deactivate() of a suspended account");
        }
    }

    @Test
    void reactivate_opens_andAgainIsSuccess() {
        try (IdentityTargetFixture there = fixture()) {
            AccountRef ref = create(there, 1).ref();
            assertDoesNotThrow(
                    () -> there.target().reactivate(ref), "reactivate() of an active account must be success");
            there.target().deactivate(ref);
            there.target().reactivate(ref);
            assertStatus(there, ref, AccountStatus.ACTIVE, "reactivate()");
        }
    }

    @Test
    void reactivate_returnsWhenTheAccountCanBeUpdated() {
        try (IdentityTargetFixture there = fixture()) {
            AccountRef ref = create(there, 1).ref();
            there.target().deactivate(ref);
            there.target().reactivate(ref);
            assertDoesNotThrow(
                    () -> there.target().update(ref, delta(there.attribute(), "Advisor")),
                    "reactivate() returned before the account could be updated");
        }
    }

    @Test
    void reactivate_ofAStagedAccount_opensIt() {
        try (IdentityTargetFixture there = fixture()) {
            AccountRef ref = orSkip(there.stage(there.person(1)), "staged account");
            assertStatus(there, ref, AccountStatus.STAGED, "staging");
            there.target().reactivate(ref);
            assertStatus(there, ref, AccountStatus.ACTIVE, "reactivate() of a staged account");
        }
    }

    @Test
    void suspend_blocks_andAgainIsSuccess() {
        try (IdentityTargetFixture there = fixture()) {
            AccountRef ref = create(there, 1).ref();
            there.target().suspend(ref);
            assertBlocked(there, ref, "suspend()");
            assertDoesNotThrow(() -> there.target().suspend(ref), "suspend() of a blocked account must be success");
            assertBlocked(there, ref, "the second suspend()");
        }
    }

    @Test
    void suspend_ofAClosedAccount_leavesItClosed() {
        try (IdentityTargetFixture there = fixture()) {
            AccountRef ref = create(there, 1).ref();
            there.target().deactivate(ref);
            assertDoesNotThrow(() -> there.target().suspend(ref), "suspend() of a closed account must not throw");
            assertBlocked(there, ref, "suspend() of a closed account");
        }
    }

    @Test
    void suspend_ofAStagedAccount_leavesItUnusable() {
        try (IdentityTargetFixture there = fixture()) {
            AccountRef ref = orSkip(there.stage(there.person(1)), "staged account");
            there.target().suspend(ref);
            assertBlocked(there, ref, "suspend() of a staged account, which is deactivated if it cannot be suspended,");
        }
    }

    @Test
    void unsuspend_endsABlock_andAgainIsSuccess() {
        try (IdentityTargetFixture there = fixture()) {
            AccountRef ref = create(there, 1).ref();
            there.target().suspend(ref);
            assumeTrue(read(there, ref).status() == AccountStatus.SUSPENDED, "the target cannot suspend");
            there.target().unsuspend(ref);
            assertStatus(there, ref, AccountStatus.ACTIVE, "unsuspend()");
            assertDoesNotThrow(
                    () -> there.target().unsuspend(ref),
                    "unsuspend() of an account that is not blocked must be success");
        }
    }

    @Test
    void unsuspend_ofAClosedAccount_leavesItClosed() {
        try (IdentityTargetFixture there = fixture()) {
            AccountRef ref = create(there, 1).ref();
            there.target().deactivate(ref);
            assertDoesNotThrow(
                    () -> there.target().unsuspend(ref),
                    "unsuspend() of an account that is not blocked must be success");
            assertStatus(there, ref, AccountStatus.DEACTIVATED, "unsuspend() of a closed account");
        }
    }

    @Test
    void delete_removes_andAgainIsSuccess() {
        try (IdentityTargetFixture there = fixture()) {
            Account made = create(there, 1);
            there.target().delete(made.ref());
            assertEquals(List.of(), there.target().get(List.of(made.ref())), "delete() left the account");
            assertDoesNotThrow(() -> there.target().delete(made.ref()), "delete() of what is gone must be success");
            assertDoesNotThrow(
                    () -> there.target().delete(there.nobody()), "delete() of what never was must be success");
        }
    }

    @Test
    void s7_toString_saysNothingOfThePerson() {
        try (IdentityTargetFixture there = fixture()) {
            Account made = create(there, 1);
            assertFalse(made.toString().contains(made.login()), "toString() of an account prints the login");
        }
    }

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
    void g6_create_putsTheAccountWhereItIsTold() {
        try (IdentityTargetFixture there = fixture()) {
            places(there);
            for (int i = 0; i < 2; i++) {
                String place = there.places().get(i);
                Account made =
                        there.target().create(new NewAccount(there.person(i), List.of(), Optional.of(place), false));
                assertEquals(Optional.of(place), there.placeOf(made.ref()), "create() put the account elsewhere");
            }
            assertThrows(
                    InvalidValue.class,
                    () -> there.target()
                            .create(new NewAccount(there.person(3), List.of(), Optional.of(there.noPlace()), false)),
                    "create() at a place that is not there must be an InvalidValue");
        }
    }

    @Test
    void g6_move_changesThePlaceAlone_andAgainIsSuccess() {
        try (IdentityTargetFixture there = fixture()) {
            PlaceTarget places = places(there);
            AccountRef ref = create(there, 1).ref();
            Account before = read(there, ref);
            for (String place : there.places()) {
                places.move(ref, place);
                assertEquals(Optional.of(place), there.placeOf(ref), "move() left the account elsewhere");
                assertDoesNotThrow(() -> places.move(ref, place), "move() to where the account is must be success");
                assertEquals(before, read(there, ref), "move() changed more than the place");
            }
        }
    }

    @Test
    void g6_move_ofNobodyOrToNowhere() {
        try (IdentityTargetFixture there = fixture()) {
            PlaceTarget places = places(there);
            AccountRef ref = create(there, 1).ref();
            assertThrows(
                    NotFound.class,
                    () -> places.move(there.nobody(), there.places().get(0)),
                    "move() of an account that is not there must be NotFound");
            assertThrows(
                    InvalidValue.class,
                    () -> places.move(ref, there.noPlace()),
                    "move() to a place that is not there must be an InvalidValue");
        }
    }

    @Test
    void b3_create_ofAClosedAccount_waitsForReactivate() {
        try (IdentityTargetFixture there = fixture()) {
            Account made = there.target().create(new NewAccount(there.person(1), List.of(), Optional.empty(), true));
            assumeTrue(made.status() != AccountStatus.ACTIVE, "the target opens every account that it makes");
            assertEquals(AccountStatus.STAGED, made.status(), "create() of a closed account");
            assertStatus(there, made.ref(), AccountStatus.STAGED, "create() of a closed account");
            there.target().reactivate(made.ref());
            assertStatus(there, made.ref(), AccountStatus.ACTIVE, "reactivate() of an account that was made closed");
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

    private static Account create(IdentityTargetFixture there, int number) {
        return there.target().create(new NewAccount(there.person(number), List.of()));
    }

    private static Account read(IdentityTargetFixture there, AccountRef ref) {
        List<Account> found = there.target().get(List.of(ref));
        assertEquals(1, found.size(), "get() does not return an account that is there");
        return found.get(0);
    }

    private static List<Account> byLogin(IdentityTargetFixture there, String login) {
        return there.target()
                .find(List.of(AccountKey.of(there.target().describe().login(), login)));
    }

    private static List<Account> list(IdentityTargetFixture there) {
        List<Account> accounts = new ArrayList<>();
        try (AccountPages pages = there.target().accounts()) {
            Optional<List<Account>> page = pages.next();
            while (page.isPresent()) {
                accounts.addAll(page.get());
                page = pages.next();
            }
        }
        return accounts;
    }

    private static void assertStatus(
            IdentityTargetFixture there, AccountRef ref, AccountStatus expected, String after) {
        assertEquals(expected, read(there, ref).status(), () -> "the status after " + after);
    }

    private static void assertBlocked(IdentityTargetFixture there, AccountRef ref, String after) {
        AccountStatus status = read(there, ref).status();
        assertNotEquals(AccountStatus.ACTIVE, status, () -> "the account is usable after " + after);
        assertNotEquals(AccountStatus.STAGED, status, () -> "the account is staged after " + after);
    }

    private static GroupTarget groups(IdentityTargetFixture there) {
        return orSkip(there.target().groups(), "group");
    }

    private static PlaceTarget places(IdentityTargetFixture there) {
        return orSkip(there.target().places(), "place for accounts");
    }

    private static AttributeDelta delta(String attribute, String value) {
        return new AttributeDelta(Map.of(attribute, AttributeValue.of(value)));
    }

    private static Set<AccountRef> refs(Collection<Account> accounts) {
        return accounts.stream().map(Account::ref).collect(Collectors.toSet());
    }

    private static <T> T orSkip(Optional<T> ability, String what) {
        assumeTrue(ability.isPresent(), () -> "there is no " + what + " here");
        return ability.orElseThrow();
    }
}
