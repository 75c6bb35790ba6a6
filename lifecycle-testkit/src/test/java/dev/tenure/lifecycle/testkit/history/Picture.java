package dev.tenure.lifecycle.testkit.history;

import dev.tenure.lifecycle.account.Account;
import dev.tenure.lifecycle.account.AccountRef;
import dev.tenure.lifecycle.account.AccountStatus;
import dev.tenure.lifecycle.decision.LifecycleState;
import dev.tenure.lifecycle.plan.PendingReason;
import dev.tenure.lifecycle.store.WorkerState;
import dev.tenure.lifecycle.testkit.InMemoryTarget;
import dev.tenure.lifecycle.worker.WorkerRef;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;

/** What a person would see of a company, in words: ids, which differ from world to world, are told by what they stand for. */
final class Picture {

    private final HistoryWorld world;
    private final Map<AccountRef, WorkerRef> owners = new HashMap<>();

    private Picture(HistoryWorld world) {
        this.world = world;
        for (WorkerState state : world.states()) {
            state.accounts()
                    .values()
                    .forEach(account -> account.link().ifPresent(link -> owners.put(link.account(), state.ref())));
        }
    }

    static Picture of(HistoryWorld world) {
        return new Picture(world);
    }

    /** Every account and membership, and what waits, failed or is held. */
    Map<String, String> whole() {
        Map<String, String> picture = accounts(account -> true, any -> true);
        for (InMemoryTarget target : world.targets()) {
            target.membersByGroup()
                    .forEach((group, members) ->
                            picture.put(target.name() + " group " + group, new TreeSet<>(members).toString()));
        }
        picture.put("pending", pending(any -> true).toString());
        picture.put("held", world.engine().held().toString());
        Set<String> failed = new TreeSet<>();
        world.engine().failures().forEach(item -> failed.add(item.worker() + " " + item.target()));
        picture.put("failed", failed.toString());
        return picture;
    }

    /** The accounts that are open, of some people: to whom they belong, what they hold, and in which groups they are. */
    Map<String, String> open(Predicate<Integer> people) {
        return accounts(account -> account.status() == AccountStatus.ACTIVE, people);
    }

    private Map<String, String> accounts(Predicate<Account> which, Predicate<Integer> people) {
        Map<String, String> picture = new TreeMap<>();
        for (InMemoryTarget target : world.targets()) {
            Map<String, String> logins = new HashMap<>();
            target.all().stream()
                    .filter(account -> which.test(account) && people.test(person(account)))
                    .forEach(account -> logins.put(account.ref().id(), account.login()));
            Map<String, Set<String>> groups = new HashMap<>();
            target.membersByGroup()
                    .forEach((group, members) ->
                            members.forEach(login -> groups.computeIfAbsent(login, any -> new TreeSet<>())
                                    .add(group)));
            for (Account account : target.all()) {
                if (which.test(account) && people.test(person(account))) {
                    String owner = Optional.ofNullable(owners.get(account.ref()))
                            .map(Object::toString)
                            .orElse("nobody");
                    picture.put(
                            target.name() + " " + account.login(),
                            account.status() + " of " + owner + " " + texts(account, logins) + " in "
                                    + groups.getOrDefault(account.login(), Set.of()));
                }
            }
        }
        return picture;
    }

    /** A manager is told by the login, where the manager's account belongs to the picture. */
    private static Map<String, String> texts(Account account, Map<String, String> logins) {
        Map<String, String> texts = new TreeMap<>();
        account.attributes().asMap().forEach((name, value) -> {
            if (!value.isNull()) {
                texts.put(name, value.asText());
            }
        });
        String manager = texts.remove("manager");
        if (manager != null && logins.containsKey(manager)) {
            texts.put("manager", logins.get(manager));
        }
        return texts;
    }

    Set<String> pending(Predicate<Integer> people) {
        Set<String> pending = new TreeSet<>();
        world.engine().pending().stream()
                .filter(item -> people.test(person(item.worker())))
                .forEach(item -> pending.add(item.worker() + " " + item.target() + " "
                        + item.pending().why()));
        return pending;
    }

    /** People of whom what happened before may be seen for good, so that two ways to one set of facts may differ. */
    Set<Integer> withMemory() {
        Set<Integer> people = new TreeSet<>();
        Map<Integer, Integer> atWork = new HashMap<>();
        Set<Integer> linkedAndEnded = new TreeSet<>();
        Set<Integer> beforeTheirStart = new TreeSet<>();
        for (WorkerState state : world.states()) {
            int who = person(state.ref());
            boolean linked = state.accounts().values().stream()
                    .anyMatch(account -> account.link().isPresent());
            if (state.ref().source().equals(Staff.HR) && state.state().hasAccess()) {
                // D1, D4: of two records that are at work the one that came first is in charge.
                if (atWork.merge(who, 1, Integer::sum) > 1) {
                    people.add(who);
                }
            }
            // C9: who is no longer eligible, without an end, keeps the account.
            boolean undecided = !state.state().hasAccess() && state.state() != LifecycleState.TERMINATED;
            if (linked && undecided) {
                people.add(who);
            }
            if (linked && state.state() == LifecycleState.TERMINATED) {
                linkedAndEnded.add(who);
            }
            if (state.state() == LifecycleState.PRE_START) {
                beforeTheirStart.add(who);
            }
            // S2: so does who is no longer returned.
            boolean absent = state.ref().source().equals(Staff.HR)
                    && world.staff().hr().worker(state.ref().id()).isEmpty();
            if (absent) {
                people.add(who);
            }
        }
        // D3: whoever has had an account comes back on the day itself and no earlier.
        linkedAndEnded.retainAll(beforeTheirStart);
        people.addAll(linkedAndEnded);
        world.engine().pending().stream()
                .filter(item -> item.pending().why() == PendingReason.CONFLICT)
                .forEach(item -> people.add(person(item.worker())));
        return people;
    }

    static int person(WorkerRef worker) {
        return worker.id().charAt(1) - '0';
    }

    private static int person(Account account) {
        return account.login().charAt("name".length()) - '0';
    }
}
