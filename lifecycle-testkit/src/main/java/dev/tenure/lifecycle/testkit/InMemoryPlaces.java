package dev.tenure.lifecycle.testkit;

import dev.tenure.lifecycle.account.AccountRef;
import dev.tenure.lifecycle.failure.InvalidValue;
import dev.tenure.lifecycle.failure.NotFound;
import dev.tenure.lifecycle.plan.ChangeKind;
import dev.tenure.lifecycle.target.PlaceTarget;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The places of an {@link InMemoryTarget}. Shares its lock, its faults and its log. */
final class InMemoryPlaces implements PlaceTarget {

    private final String target;
    private final Set<String> known;
    private final Object lock;
    private final AccountTable accounts;
    private final Faults faults;
    private final CallLog log;
    private final Map<AccountRef, String> byAccount = new HashMap<>();

    InMemoryPlaces(String target, Set<String> known, Object lock, AccountTable accounts, Faults faults, CallLog log) {
        this.target = target;
        this.known = Set.copyOf(known);
        this.lock = lock;
        this.accounts = accounts;
        this.faults = faults;
        this.log = log;
    }

    @Override
    public void move(AccountRef account, String place) {
        faults.around(ChangeKind.MOVE, loginOf(account), () -> {
            synchronized (lock) {
                String login = accounts.login(account)
                        .orElseThrow(() -> new NotFound(target, target + " has no account " + account));
                require(place);
                boolean effective = !place.equals(byAccount.put(account, place));
                log.add(RecordedCall.ofMove(login, place, effective));
                return effective;
            }
        });
    }

    boolean isAbility() {
        return !known.isEmpty();
    }

    void require(String place) {
        if (!known.contains(place)) {
            throw new InvalidValue(
                    target, null, target + " refused a place: there is none of that name; make it, or name another");
        }
    }

    void put(AccountRef account, String place) {
        byAccount.put(account, place);
    }

    Optional<String> of(AccountRef account) {
        return Optional.ofNullable(byAccount.get(account));
    }

    private List<String> loginOf(AccountRef account) {
        synchronized (lock) {
            return accounts.login(account).map(List::of).orElse(List.of());
        }
    }
}
