package dev.tenure.lifecycle.testkit.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.tenure.lifecycle.account.Account;
import dev.tenure.lifecycle.account.AccountKey;
import dev.tenure.lifecycle.account.AccountRef;
import dev.tenure.lifecycle.account.AccountStatus;
import dev.tenure.lifecycle.attribute.AttributeDelta;
import dev.tenure.lifecycle.attribute.AttributeValue;
import dev.tenure.lifecycle.target.AccountPages;
import dev.tenure.lifecycle.target.GroupTarget;
import dev.tenure.lifecycle.target.NewAccount;
import dev.tenure.lifecycle.target.PlaceTarget;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What the parts of the contract of targets share. The parts are one below another, so that who extends the last has all. */
abstract class TargetContractBase {

    static final int MORE_THAN_A_PAGE = 7;

    abstract IdentityTargetFixture fixture();

    static Account create(IdentityTargetFixture there, int number) {
        return there.target().create(new NewAccount(there.person(number), List.of()));
    }

    static Account read(IdentityTargetFixture there, AccountRef ref) {
        List<Account> found = there.target().get(List.of(ref));
        assertEquals(1, found.size(), "get() does not return an account that is there");
        return found.get(0);
    }

    static List<Account> byLogin(IdentityTargetFixture there, String login) {
        return there.target()
                .find(List.of(AccountKey.of(there.target().describe().login(), login)));
    }

    static List<Account> list(IdentityTargetFixture there) {
        List<Account> accounts = new ArrayList<>();
        try (AccountPages pages = there.target().accounts()) {
            rest(pages, accounts);
        }
        return accounts;
    }

    static void rest(AccountPages pages, List<Account> into) {
        Optional<List<Account>> page = pages.next();
        while (page.isPresent()) {
            into.addAll(page.get());
            page = pages.next();
        }
    }

    static void assertStatus(IdentityTargetFixture there, AccountRef ref, AccountStatus expected, String after) {
        assertEquals(expected, read(there, ref).status(), () -> "the status after " + after);
    }

    static void assertBlocked(IdentityTargetFixture there, AccountRef ref, String after) {
        AccountStatus status = read(there, ref).status();
        assertNotEquals(AccountStatus.ACTIVE, status, () -> "the account is usable after " + after);
        assertNotEquals(AccountStatus.STAGED, status, () -> "the account is staged after " + after);
    }

    static GroupTarget groups(IdentityTargetFixture there) {
        return orSkip(there.target().groups(), "group");
    }

    static PlaceTarget places(IdentityTargetFixture there) {
        return orSkip(there.target().places(), "place for accounts");
    }

    static AttributeDelta delta(String attribute, String value) {
        return new AttributeDelta(Map.of(attribute, AttributeValue.of(value)));
    }

    static Set<AccountRef> refs(Collection<Account> accounts) {
        return accounts.stream().map(Account::ref).collect(Collectors.toSet());
    }

    static <T> T orSkip(Optional<T> ability, String what) {
        assumeTrue(ability.isPresent(), () -> "there is no " + what + " here");
        return ability.orElseThrow();
    }
}
