package dev.tenure.lifecycle.internal.apply;

import dev.tenure.lifecycle.account.Account;
import dev.tenure.lifecycle.account.AccountKey;
import dev.tenure.lifecycle.account.AccountRef;
import dev.tenure.lifecycle.account.AccountStatus;
import dev.tenure.lifecycle.attribute.AttributeValue;
import dev.tenure.lifecycle.attribute.Attributes;
import dev.tenure.lifecycle.failure.NotFound;
import dev.tenure.lifecycle.failure.ProtocolViolation;
import dev.tenure.lifecycle.plan.AttributeChange;
import dev.tenure.lifecycle.plan.Change;
import dev.tenure.lifecycle.plan.ChangeKind;
import dev.tenure.lifecycle.target.GroupTarget;
import dev.tenure.lifecycle.target.IdentityTarget;
import dev.tenure.lifecycle.target.NewAccount;
import dev.tenure.lifecycle.target.PlaceTarget;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** Makes the one call that a change of an account stands for. */
final class TargetCall {

    private final IdentityTarget target;

    TargetCall(IdentityTarget target) {
        this.target = target;
    }

    /** Makes a call again. An account that the first one made, although its answer was lost, is not made twice (S4). */
    Optional<Account> makeAgain(Change change, List<String> groupNames, Predicate<Account> mayBeIt) {
        Optional<Account> there = change.kind() == ChangeKind.CREATE ? madeAfterAll(change, mayBeIt) : Optional.empty();
        return there.isPresent() ? there : make(change, groupNames);
    }

    /**
     * Finds the account that a create made although it did not say so, and opens it where the create was cut off before: some
     * targets make accounts closed and open them then.
     *
     * @param mayBeIt leaves out accounts that are known to be others'
     */
    Optional<Account> madeAfterAll(Change change, Predicate<Account> mayBeIt) {
        Optional<Account> there =
                holderOfLogin(change).filter(account -> fits(account, change)).filter(mayBeIt);
        boolean opens = !change.closed()
                && there.map(Account::status)
                        .filter(AccountStatus.STAGED::equals)
                        .isPresent();
        if (!opens) {
            return there;
        }
        Account closed = there.get();
        target.reactivate(closed.ref());
        return Optional.of(new Account(closed.ref(), closed.login(), AccountStatus.ACTIVE, closed.attributes()));
    }

    private Optional<Account> holderOfLogin(Change change) {
        String attribute = target.describe().login();
        Optional<String> login = profile(change).text(attribute);
        if (login.isEmpty()) {
            return Optional.empty();
        }
        return target.find(List.of(AccountKey.of(attribute, login.get()))).stream()
                .filter(account -> account.login().equalsIgnoreCase(login.get()))
                .findFirst();
    }

    /**
     * Whether nothing that tells accounts apart says that somebody else made this one meanwhile, with the same login (rule
     * E7). The rest does not count, since targets leave out or rewrite what they are sent.
     */
    private boolean fits(Account account, Change change) {
        Attributes sent = profile(change);
        return target.describe().identifying().stream()
                .allMatch(name -> agree(sent.text(name), account.attributes().text(name)));
    }

    private static boolean agree(Optional<String> sent, Optional<String> there) {
        return sent.isEmpty() || there.isEmpty() || sent.get().equalsIgnoreCase(there.get());
    }

    /** Returns the account where the call does. */
    Optional<Account> make(Change change, List<String> groupNames) {
        switch (change.kind()) {
            case CREATE -> {
                return Optional.of(
                        target.create(new NewAccount(profile(change), groupNames, change.place(), change.closed())));
            }
            case UPDATE -> {
                return Optional.of(target.update(account(change), change.delta()));
            }
            case LINK -> {
                return Optional.empty();
            }
            case DEACTIVATE, SUSPEND, DELETE -> close(change);
            case REACTIVATE -> target.reactivate(account(change));
            case UNSUSPEND -> target.unsuspend(account(change));
            case MOVE -> places().move(account(change), change.place().orElseThrow());
            case MEMBER_ADD -> groups().addMember(change.groupId().orElseThrow(), account(change));
            case MEMBER_REMOVE -> groups().removeMember(change.groupId().orElseThrow(), account(change));
            default -> throw new IllegalArgumentException(change.kind() + " is no change of an account");
        }
        return Optional.empty();
    }

    /** An account that is gone has no access: what was wanted is so. */
    private void close(Change change) {
        try {
            if (change.kind() == ChangeKind.DEACTIVATE) {
                target.deactivate(account(change));
            } else if (change.kind() == ChangeKind.SUSPEND) {
                target.suspend(account(change));
            } else {
                target.delete(account(change));
            }
        } catch (NotFound gone) {
            // Nothing is left to close.
        }
    }

    private static AccountRef account(Change change) {
        return change.account().orElseThrow();
    }

    private GroupTarget groups() {
        return target.groups()
                .orElseThrow(() -> new ProtocolViolation(
                        target.name(),
                        target.name() + " has no groups, but a membership was planned; switch importGroups off"));
    }

    private PlaceTarget places() {
        return target.places()
                .orElseThrow(() -> new ProtocolViolation(
                        target.name(),
                        target.name() + " has no places, but a move was planned; leave the placement out"));
    }

    private static Attributes profile(Change change) {
        Attributes.Builder profile = Attributes.builder();
        for (AttributeChange attribute : change.attributes()) {
            AttributeValue value = attribute.after();
            if (!value.isNull()) {
                profile.put(attribute.attribute(), value);
            }
        }
        return profile.build();
    }
}
