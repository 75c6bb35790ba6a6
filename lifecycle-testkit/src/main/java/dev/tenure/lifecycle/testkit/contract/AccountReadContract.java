package dev.tenure.lifecycle.testkit.contract;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.tenure.lifecycle.account.Account;
import dev.tenure.lifecycle.account.AccountKey;
import dev.tenure.lifecycle.account.AccountRef;
import dev.tenure.lifecycle.account.AccountStatus;
import dev.tenure.lifecycle.failure.ConnectorException;
import dev.tenure.lifecycle.failure.RetryLater;
import dev.tenure.lifecycle.source.ConnectionReport;
import dev.tenure.lifecycle.target.AccountPages;
import dev.tenure.lifecycle.target.IdentityTarget;
import dev.tenure.lifecycle.target.TargetDescription;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Describing, testing, reading, finding and listing. */
abstract class AccountReadContract extends TargetContractBase {

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
    void get_ofMoreThanAPage_returnsThemAll() {
        try (IdentityTargetFixture there = fixture()) {
            List<AccountRef> made = new ArrayList<>();
            for (int i = 1; i <= MORE_THAN_A_PAGE; i++) {
                made.add(create(there, i).ref());
            }
            assertEquals(
                    new HashSet<>(made),
                    refs(there.target().get(made)),
                    "get() of more accounts than a page has must return them all");
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
            Set<AccountRef> made = createMoreThanAPage(there);
            there.target().deactivate(made.iterator().next());
            List<Account> listed = list(there);
            assertEquals(before.size() + made.size(), listed.size(), "accounts() must list every account exactly once");
            assertTrue(refs(listed).containsAll(made), "accounts() left accounts out; deactivated ones belong to it");
        }
    }

    @Test
    void accounts_listingThatCannotBeFinished_throwsAndNeverJustEnds() {
        try (IdentityTargetFixture there = fixture()) {
            createMoreThanAPage(there);
            try (AccountPages pages = there.target().accounts()) {
                pages.next();
                assumeTrue(there.interruptListing(Interruption.BROKEN), "the fixture cannot break a listing");
                for (String words : List.of(
                        "a listing that cannot be finished must throw: whoever is missing could be taken for one without"
                                + " an account",
                        "a listing that failed must go on failing and not just end")) {
                    assertThrows(ConnectorException.class, () -> rest(pages, new ArrayList<>()), words);
                }
            }
        }
    }

    @Test
    void accounts_toldToTryLater_readsTheSamePageWhenCalledAgain() {
        try (IdentityTargetFixture there = fixture()) {
            Set<AccountRef> made = createMoreThanAPage(there);
            List<Account> listed = new ArrayList<>();
            try (AccountPages pages = there.target().accounts()) {
                pages.next().ifPresent(listed::addAll);
                assumeTrue(there.interruptListing(Interruption.BUSY), "the fixture cannot interrupt a listing");
                assertThrows(
                        RetryLater.class,
                        () -> rest(pages, listed),
                        "a system that is busy while accounts are listed must be reported as RetryLater");
                rest(pages, listed);
            }
            String words = "next() after a RetryLater must read the same page: no account left out, none twice";
            assertTrue(refs(listed).containsAll(made), words);
            assertEquals(refs(listed).size(), listed.size(), words);
        }
    }

    private static Set<AccountRef> createMoreThanAPage(IdentityTargetFixture there) {
        Set<AccountRef> made = new HashSet<>();
        for (int i = 1; i <= MORE_THAN_A_PAGE; i++) {
            made.add(create(there, i).ref());
        }
        return made;
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
    void s7_toString_saysNothingOfThePerson() {
        try (IdentityTargetFixture there = fixture()) {
            Account made = create(there, 1);
            assertFalse(made.toString().contains(made.login()), "toString() of an account prints the login");
        }
    }
}
