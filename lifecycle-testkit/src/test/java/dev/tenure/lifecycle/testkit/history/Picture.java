package dev.tenure.lifecycle.testkit.history;

import dev.tenure.lifecycle.account.Account;
import dev.tenure.lifecycle.account.AccountRef;
import dev.tenure.lifecycle.account.AccountStatus;
import dev.tenure.lifecycle.decision.LifecycleState;
import dev.tenure.lifecycle.plan.ChangeKind;
import dev.tenure.lifecycle.plan.PendingReason;
import dev.tenure.lifecycle.store.WorkerState;
import dev.tenure.lifecycle.testkit.InMemoryHrSource;
import dev.tenure.lifecycle.testkit.InMemoryTarget;
import dev.tenure.lifecycle.worker.Employment;
import dev.tenure.lifecycle.worker.WorkerRef;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
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
    private final Map<WorkerRef, WorkerState> states = new TreeMap<>();

    private Picture(HistoryWorld world) {
        this.world = world;
        for (WorkerState state : world.states()) {
            states.put(state.ref(), state);
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
        return accounts(account -> account.status() == AccountStatus.ACTIVE && !wasLeftOpen(account), people);
    }

    /** Where nothing becomes of the account of who leaves, it is open after a history and not there without one. */
    private boolean wasLeftOpen(Account account) {
        return account.ref().target().equals(HistoryWorld.LEAVES_OPEN)
                && !Optional.ofNullable(owners.get(account.ref()))
                        .map(states::get)
                        .filter(owner -> owner.state() != LifecycleState.TERMINATED)
                        .isPresent();
    }

    /** Who has an open account at the target for everybody. */
    Set<Integer> withAccess() {
        Set<Integer> people = new TreeSet<>();
        world.targets().get(0).all().stream()
                .filter(account -> account.status() == AccountStatus.ACTIVE)
                .forEach(account -> people.add(person(account)));
        return people;
    }

    /** The logins of some people at a target. */
    Map<Integer, Set<String>> accountsOf(InMemoryTarget target, Predicate<Integer> people) {
        Map<Integer, Set<String>> accounts = new TreeMap<>();
        target.all().stream()
                .filter(account -> people.test(person(account)))
                .forEach(account -> accounts.computeIfAbsent(person(account), any -> new TreeSet<>())
                        .add(account.login()));
        return accounts;
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

    /** D1, A7: of two records that are at work the one that came first is in charge. */
    Set<Integer> withTwoRecordsAtWork() {
        Map<Integer, Integer> atWork = new HashMap<>();
        states.values().stream()
                .filter(state ->
                        state.ref().source().equals(Staff.HR) && state.state().hasAccess())
                .forEach(state -> atWork.merge(person(state.ref()), 1, Integer::sum));
        atWork.values().removeIf(records -> records < 2);
        return new TreeSet<>(atWork.keySet());
    }

    /** The records of a person that have an account. */
    Set<WorkerRef> inCharge(int who) {
        Set<WorkerRef> linked = new TreeSet<>();
        states.values().stream()
                .filter(state -> person(state.ref()) == who && isLinked(state))
                .forEach(state -> linked.add(state.ref()));
        return linked;
    }

    /** C9: who is no longer eligible, without an end, keeps an account that is there. */
    Set<Integer> withNeitherStartNorEnd() {
        Set<Integer> people = new TreeSet<>();
        for (WorkerState state : states.values()) {
            boolean undecided = !state.state().hasAccess() && state.state() != LifecycleState.TERMINATED;
            if (isLinked(state) && undecided) {
                people.add(person(state.ref()));
            }
        }
        return people;
    }

    /** S2: so does who is no longer returned, or loses it for good if the policy wants that, though a lower source stays. */
    Set<Integer> absent() {
        return absent(state -> isLinked(state) || mayHaveBeenMade(state));
    }

    /** S2, A7: an end that was seen before the record was gone still counts, and it ends the person in lower sources, too. */
    Set<Integer> endedBeforeTheyWereGone() {
        return absent(state -> state.state() == LifecycleState.TERMINATED);
    }

    private Set<Integer> absent(Predicate<WorkerState> which) {
        Set<Integer> people = new TreeSet<>();
        states.forEach((worker, state) -> {
            boolean absent = worker.source().equals(Staff.HR)
                    && world.staff().hr().worker(worker.id()).isEmpty();
            if (absent && which.test(state)) {
                people.add(person(worker));
            }
        });
        return people;
    }

    /**
     * D3: whoever has had an account comes back on the day itself and no earlier; who has had none does so after a gap only. So
     * the two ways differ where there is no gap, where the record that ended had never begun, or where its start was taken
     * back (C12) and an end that is still ahead was entered after that (C7).
     */
    Set<Integer> closedBeforeTheirStart() {
        Set<Integer> people = new TreeSet<>();
        for (WorkerState early : states.values()) {
            boolean differs = early.state() == LifecycleState.PRE_START
                    && states.values().stream()
                            .anyMatch(other -> person(other.ref()) == person(early.ref())
                                    && isLinked(other)
                                    && (other.state() == LifecycleState.TERMINATED
                                            || other.state() == LifecycleState.INELIGIBLE)
                                    && !liesBefore(other.employment(), early.employment()));
            if (differs) {
                people.add(person(early.ref()));
            }
        }
        return people;
    }

    /**
     * A1, D3: a notification reads whom it names and nobody else. Whoever comes in early that way, before the engine has ever
     * read the record that ended before a gap, is not sent away again.
     */
    Set<Integer> earlyBeforeTheOldRecordWasRead() {
        Set<Integer> people = new TreeSet<>();
        for (WorkerState early : states.values()) {
            boolean ended = early.state() == LifecycleState.PRE_START
                    && states.values().stream()
                            .anyMatch(other -> person(other.ref()) == person(early.ref())
                                    && other.state() == LifecycleState.TERMINATED
                                    && liesBefore(other.employment(), early.employment()));
            if (ended && isLinked(early)) {
                people.add(person(early.ref()));
            }
        }
        return people;
    }

    private static boolean liesBefore(Employment ended, Employment early) {
        Optional<LocalDate> lastDay = ended.lastDayOfWork().or(ended::terminationDate);
        boolean began = ended.hireDate().isPresent()
                && lastDay.filter(day -> !day.isBefore(ended.hireDate().get())).isPresent();
        return began
                && ended.terminationDate()
                        .filter(day -> early.hireDate().orElseThrow().isAfter(day.plusDays(1)))
                        .isPresent();
    }

    /**
     * E10, D4: of two who want one key the one that came first has it, and a person is asked about the other. Nobody waits for
     * one who is to have another key by now.
     */
    Set<Integer> inConflict() {
        Set<Integer> people = new TreeSet<>();
        world.engine().pending().stream()
                .filter(item -> item.pending().why() == PendingReason.CONFLICT)
                .filter(item -> isTaken(item.worker(), item.target(), new HashSet<>()))
                .forEach(item -> people.add(person(item.worker())));
        return people;
    }

    /** E9: of whom has no more than the name in common with an account of before a person is asked. */
    Set<Integer> askedByName() {
        Set<Integer> people = new TreeSet<>();
        world.engine().pending().stream()
                .filter(item -> item.pending().why() == PendingReason.PARTIAL_MATCH)
                .forEach(item -> people.add(person(item.worker())));
        return people;
    }

    /** Whether what a worker wants is another's, who is not to give it up. */
    private boolean isTaken(WorkerRef worker, String target, Set<WorkerRef> asked) {
        Map<String, String> wanted = keysInHr(worker);
        return asked.add(worker)
                && accountsAt(target).stream()
                        .filter(account -> !worker.equals(owners.get(account.ref())))
                        .filter(account -> hasAnyOf(account, wanted))
                        .anyMatch(account -> keeps(account, wanted, asked));
    }

    private boolean keeps(Account account, Map<String, String> wanted, Set<WorkerRef> asked) {
        Optional<WorkerState> owner =
                Optional.ofNullable(owners.get(account.ref())).map(states::get);
        if (owner.isEmpty()
                || account.status() != AccountStatus.ACTIVE
                || !owner.get().state().hasAccess()) {
            return true;
        }
        Map<String, String> own = keysInHr(owner.get().ref());
        return own.isEmpty()
                || own.entrySet().stream().anyMatch(key -> key.getValue().equals(wanted.get(key.getKey())))
                || isTaken(owner.get().ref(), account.ref().target(), asked);
    }

    private static boolean hasAnyOf(Account account, Map<String, String> keys) {
        return keys.entrySet().stream()
                .anyMatch(key -> account.attributes()
                        .text(key.getKey())
                        .filter(key.getValue()::equals)
                        .isPresent());
    }

    private List<Account> accountsAt(String target) {
        return world.targets().stream()
                .filter(some -> some.name().equals(target))
                .flatMap(some -> some.all().stream())
                .toList();
    }

    private Map<String, String> keysInHr(WorkerRef worker) {
        InMemoryHrSource source = worker.source().equals(Staff.HR)
                ? world.staff().hr()
                : world.staff().vendors();
        Map<String, String> keys = new HashMap<>();
        source.worker(worker.id()).ifPresent(record -> {
            record.profile().text("userName").ifPresent(login -> keys.put("login", login));
            record.profile().text("email").ifPresent(address -> keys.put("email", address));
        });
        return keys;
    }

    /** S4: nobody knows what came of a create without an answer, and HR does not say any more whose the account is. */
    private static boolean mayHaveBeenMade(WorkerState state) {
        return state.accounts().values().stream()
                .flatMap(account -> account.intent().stream())
                .anyMatch(intent -> intent.change() == ChangeKind.CREATE);
    }

    private static boolean isLinked(WorkerState state) {
        return state.accounts().values().stream()
                .anyMatch(account -> account.link().isPresent());
    }

    static int person(WorkerRef worker) {
        return person(worker.id());
    }

    private static int person(String id) {
        return id.charAt(1) - '0';
    }

    private static int person(Account account) {
        return account.attributes().text("employeeNumber").orElseThrow().charAt(1) - '0';
    }
}
