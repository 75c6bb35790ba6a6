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
import dev.tenure.lifecycle.attribute.AttributeDelta;
import dev.tenure.lifecycle.attribute.AttributeValue;
import dev.tenure.lifecycle.attribute.Attributes;
import dev.tenure.lifecycle.failure.Conflict;
import dev.tenure.lifecycle.failure.ConnectorException;
import dev.tenure.lifecycle.failure.InvalidValue;
import dev.tenure.lifecycle.failure.NotFound;
import dev.tenure.lifecycle.failure.RetryLater;
import dev.tenure.lifecycle.target.IdentityTarget;
import dev.tenure.lifecycle.target.NewAccount;
import dev.tenure.lifecycle.target.TargetDescription;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

/** Making, changing and removing accounts. */
abstract class AccountWriteContract extends AccountReadContract {

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
    void s4_createThatIsTurnedAway_saysThatNothingWasDone() {
        try (IdentityTargetFixture there = fixture()) {
            assumeTrue(there.turnAwayCreate(true), "the fixture cannot turn a call away");
            RetryLater failure = assertThrows(
                    RetryLater.class, () -> create(there, 1), "what a limit turns away must be a RetryLater");
            assertFalse(
                    failure.mayHaveActed(),
                    "create() that was turned away before it did anything must say so by nothingDone(): the engine would"
                            + " wait for an account that is not there");
            assertEquals(List.of(), byLogin(there, login(there, 1)), "an account was made all the same");
            assertDoesNotThrow(() -> create(there, 1), "create() after one that was turned away");
        }
    }

    @Test
    void s4_createThatIsTurnedAwayLater_doesNotSaySo() {
        try (IdentityTargetFixture there = fixture()) {
            assumeTrue(there.turnAwayCreate(false), "the fixture cannot turn a later call away");
            ConnectorException failure = assertThrows(
                    ConnectorException.class,
                    () -> create(there, 1),
                    "create() of which a call was turned away must fail");
            assertTrue(
                    failure.mayHaveActed(),
                    "create() of which a call went through before must not say nothingDone(): the engine would make a"
                            + " second account");
        }
    }

    @Test
    void s4_createThatIsRefusedOnceTheAccountIsMade_doesNotForgetIt() {
        try (IdentityTargetFixture there = fixture()) {
            assumeTrue(there.refuseOnceMade(), "the fixture cannot refuse a call after the one that makes the account");
            ConnectorException failure = assertThrows(
                    ConnectorException.class, () -> create(there, 1), "create() of which a call was refused must fail");
            assertTrue(
                    failure.mayHaveActed() || byLogin(there, login(there, 1)).isEmpty(),
                    "create() that made an account and was refused then must say so by afterDoing(): the engine would take"
                            + " it that there is none");
        }
    }

    private static String login(IdentityTargetFixture there, int number) {
        return there.person(number).text(there.target().describe().login()).orElseThrow();
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
            assertEquals(
                    1,
                    byLogin(there, login(there, 1)).size(),
                    "two create() at once for the same person made two accounts");
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
    void e10_whatIsUnique_isRefusedToASecondAccount() {
        try (IdentityTargetFixture there = fixture()) {
            Account one = create(there, 1);
            Account two = create(there, 2);
            for (String attribute : there.target().describe().unique()) {
                String value = valueOf(one, attribute);
                assertThrows(
                        Conflict.class,
                        () -> there.target().create(new NewAccount(having(there, 3, attribute, value), List.of())),
                        () -> "describe() says that " + attribute + " is unique, and create() takes it a second time");
                assertThrows(
                        Conflict.class,
                        () -> there.target().update(two.ref(), delta(attribute, value)),
                        () -> "describe() says that " + attribute + " is unique, and update() takes it a second time");
                assertEquals(
                        two.attributes().text(attribute),
                        read(there, two.ref()).attributes().text(attribute),
                        () -> "a refused update() changed " + attribute);
                assertEquals(
                        List.of(one.ref()),
                        there.target().find(List.of(AccountKey.of(attribute, value))).stream()
                                .map(Account::ref)
                                .toList(),
                        () -> "accounts that are found by " + attribute + ", which is unique");
            }
        }
    }

    @Test
    void s5_aKeyThatIsNotSaidToBeUnique_isTakenASecondTime() {
        try (IdentityTargetFixture there = fixture()) {
            Account one = create(there, 1);
            Account two = create(there, 2);
            TargetDescription description = there.target().describe();
            Set<String> others = new TreeSet<>(description.keys());
            description.email().ifPresent(others::add);
            others.removeAll(description.unique());
            int next = 3;
            for (String attribute : others) {
                String value = valueOf(one, attribute);
                int number = next++;
                String toSay = " refuses a second " + attribute
                        + "; let describe() say that it is unique, so that a plan knows";
                assertDoesNotThrow(
                        () -> there.target().create(new NewAccount(having(there, number, attribute, value), List.of())),
                        () -> "create()" + toSay);
                assertDoesNotThrow(
                        () -> there.target().update(two.ref(), delta(attribute, value)), () -> "update()" + toSay);
            }
        }
    }

    private static String valueOf(Account account, String attribute) {
        return account.attributes()
                .text(attribute)
                .orElseThrow(() -> new AssertionError(
                        "the fixture's person has no value of " + attribute + ", by which accounts are told apart"));
    }

    private static Attributes having(IdentityTargetFixture there, int number, String attribute, String value) {
        return there.person(number).toBuilder()
                .put(attribute, AttributeValue.of(value))
                .build();
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
}
