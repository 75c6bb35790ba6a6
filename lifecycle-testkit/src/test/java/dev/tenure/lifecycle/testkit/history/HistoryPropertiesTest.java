package dev.tenure.lifecycle.testkit.history;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenure.lifecycle.account.Account;
import dev.tenure.lifecycle.account.AccountRef;
import dev.tenure.lifecycle.account.AccountStatus;
import dev.tenure.lifecycle.attribute.AttributeValue;
import dev.tenure.lifecycle.decision.LifecycleState;
import dev.tenure.lifecycle.journal.ImportRun;
import dev.tenure.lifecycle.plan.Change;
import dev.tenure.lifecycle.plan.HeldChanges;
import dev.tenure.lifecycle.plan.ImportKind;
import dev.tenure.lifecycle.plan.Plan;
import dev.tenure.lifecycle.store.WorkerState;
import dev.tenure.lifecycle.testkit.InMemoryTarget;
import dev.tenure.lifecycle.worker.WorkerRef;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.domains.Domain;
import net.jqwik.api.domains.DomainContext;
import net.jqwik.api.statistics.Statistics;

/**
 * What holds after any history of hires, moves, ends, returns, conversions, corrections, failures and imports of every kind,
 * with two sources and up to four targets. A build tries the same histories each time, so that who sees it fail is who broke
 * it. More of them: {@code -Djqwik.tries.default=5000}; others: another seed.
 */
@Domain(Histories.class)
@Domain(DomainContext.Global.class)
class HistoryPropertiesTest {

    private static final String SEED = "20260302";

    /**
     * The way does not matter: where the policy has no memory, whoever has access has the same account after any mix of
     * imports and one full one as after nothing but that full one. Besides, the mix leaves only accounts that are closed, or
     * that a target leaves open.
     *
     * <p>Some rules do have a memory, whatever the policy; of those whom they are about less is true. Of two records at work
     * the one that came first is in charge (D1): access is the same, and whose it is may differ. Who is no longer eligible or
     * returned keeps what is there (C9, S2), and so does who came in early by a notification before the record that ended was
     * ever read (A1, D3): nobody has less access than after one import, and some have more. Who wants what another had first
     * is asked about (E10, D4), and so is whom nothing but the name connects with an account of before (E9), who has had an
     * account comes back later than who has not, if there is no gap (D3), and who is no longer returned may be closed for
     * that, or for an end that was seen before, whatever a lower source says (S2, A7): there either may be so.
     */
    @Property(seed = SEED)
    void a1_anyMixOfImports_endsAsOneFullImportDoes(@ForAll History history) {
        History facts = history.under(history.setting().withoutMemory()).without(Event.By.ADMINISTRATOR);
        HistoryWorld mixed = facts.play();
        HistoryWorld once =
                facts.without(Event.By.ENGINE).without(Event.By.FAULT).play();
        assertThat(mixed.run(ImportKind.FULL).succeeded()).isTrue();
        assertThat(once.run(ImportKind.FULL).succeeded()).isTrue();
        Picture ofMixed = Picture.of(mixed);
        Picture ofOnce = Picture.of(once);
        Set<Integer> mayLackAccess =
                inEither(ofMixed, ofOnce, Picture::inConflict, Picture::askedByName, Picture::closedBeforeTheirStart);
        Set<Integer> mayHaveMore = inEither(
                ofMixed,
                ofOnce,
                Picture::absent,
                Picture::withNeitherStartNorEnd,
                Picture::earlyBeforeTheOldRecordWasRead);
        mayLackAccess.addAll(ofMixed.endedBeforeTheyWereGone());
        if (facts.setting().closesAbsent()) {
            mayLackAccess.addAll(ofMixed.absent());
        }
        Set<Integer> withMemory = inEither(ofMixed, ofOnce, Picture::withTwoRecordsAtWork);
        withMemory.removeIf(who -> ofMixed.inCharge(who).equals(ofOnce.inCharge(who)));
        withMemory.addAll(mayLackAccess);
        withMemory.addAll(mayHaveMore);
        Statistics.label("people compared").collect(HistoryWorld.PEOPLE - withMemory.size());

        assertThat(ofMixed.open(who -> !withMemory.contains(who)))
                .isEqualTo(ofOnce.open(who -> !withMemory.contains(who)));
        assertThat(ofMixed.pending(who -> !withMemory.contains(who)))
                .isEqualTo(ofOnce.pending(who -> !withMemory.contains(who)));
        assertThat(mixed.engine().held()).isEmpty();
        Set<Integer> less = new TreeSet<>(ofOnce.withAccess());
        less.removeAll(ofMixed.withAccess());
        less.removeAll(mayLackAccess);
        assertThat(less).as("who lost access on the way").isEmpty();
        Set<Integer> more = new TreeSet<>(ofMixed.withAccess());
        more.removeAll(ofOnce.withAccess());
        more.removeAll(mayLackAccess);
        more.removeAll(mayHaveMore);
        assertThat(more).as("who kept access on the way").isEmpty();
    }

    @SafeVarargs
    private static Set<Integer> inEither(Picture one, Picture other, Function<Picture, Set<Integer>>... which) {
        Set<Integer> people = new TreeSet<>();
        for (Function<Picture, Set<Integer>> some : which) {
            people.addAll(some.apply(one));
            people.addAll(some.apply(other));
        }
        return people;
    }

    @Property(seed = SEED)
    void a1_anIncrementalImport_leavesNothingForAFullOne(@ForAll History history) {
        // What somebody changed at the target, who is gone, what was refused and, by name, where a group went is for a
        // full import alone (E14, S2, S3, G3, G4).
        HistoryWorld world = history.under(history.setting().unguarded())
                .without(Event.By.ADMINISTRATOR)
                .without(event -> event.kind() == Event.Kind.VANISH
                        || event.kind() == Event.Kind.REFUSE_ONCE
                        || event.kind() == Event.Kind.DROP_GROUP
                        || (event.kind() == Event.Kind.RENAME_GROUP
                                && history.setting().parity()))
                .play();
        // Who has failed again and again is left alone until it is due; a full import does not wait (S3).
        Assume.that(!world.somebodyIsBackedOff());
        assertThat(world.run(ImportKind.INCREMENTAL).succeeded()).isTrue();
        Map<String, String> picture = Picture.of(world).whole();
        assertThat(world.run(ImportKind.FULL).succeeded()).isTrue();
        assertThat(Picture.of(world).whole())
                .as("what a full import changes after an incremental one")
                .isEqualTo(picture);
    }

    @Property(seed = SEED)
    void e2_theSameImportAgain_changesNothing(@ForAll History history) {
        HistoryWorld world = history.play();
        world.run(ImportKind.FULL);
        Map<String, String> picture = Picture.of(world).whole();
        world.forgetCalls();
        ImportRun again = world.run(ImportKind.FULL);
        assertThat(world.calls()).as("calls of a second full import").isEmpty();
        assertThat(again.applied()).isEmpty();
        assertThat(Picture.of(world).whole()).isEqualTo(picture);
        // S1, S2: an incremental import counts anew what is held, and without the absent, of whom it does not know.
        Assume.that(!history.setting().closesAbsent() || world.engine().held().isEmpty());
        world.run(ImportKind.INCREMENTAL);
        world.engine().advance();
        assertThat(world.calls()).as("calls of what follows").isEmpty();
        assertThat(world.engine().plan(ImportKind.FULL).changes())
                .extracting(Change::kind)
                .as("what a plan still sees, but for what stays held")
                .hasSize(world.engine().held().stream()
                        .mapToInt(held -> held.workers().size())
                        .sum());
    }

    @Property(seed = SEED)
    void e10_noAccountBelongsToTwo_andNoEndedWorkerHasAccess(@ForAll History history) {
        HistoryWorld world = history.play();
        assertThat(world.run(ImportKind.FULL).succeeded()).isTrue();
        Set<AccountRef> seen = new HashSet<>();
        Set<String> stillOpen = new TreeSet<>();
        for (WorkerState state : world.states()) {
            for (String target : world.targetNames()) {
                state.at(target).link().ifPresent(link -> {
                    assertThat(seen.add(link.account()))
                            .as("%s is linked once", link.account())
                            .isTrue();
                    if (state.state() == LifecycleState.TERMINATED
                            && !target.equals(HistoryWorld.LEAVES_OPEN)
                            && isActive(world, link.account())) {
                        stillOpen.add(state.ref() + " " + target);
                    }
                });
            }
        }
        assertThat(stillOpen).as("open accounts of who has ended").isEqualTo(held(world));
    }

    /** Whose records have nothing in common but the name may have an account of each (D4). */
    @Property(seed = SEED)
    void s4_nobodyHasTwoAccounts(@ForAll History history) {
        HistoryWorld world = history.play();
        assertThat(world.run(ImportKind.FULL).succeeded()).isTrue();
        Statistics.label("killed").collect(history.has(Event.Kind.KILL) && history.has(Event.Kind.RENAME));
        Picture picture = Picture.of(world);
        for (InMemoryTarget target : world.targets()) {
            assertThat(picture.accountsOf(target, who -> who < HistoryWorld.PEOPLE - 1))
                    .as("accounts at %s, by whose they are", target.name())
                    .allSatisfy((who, accounts) -> assertThat(accounts).hasSize(1));
        }
    }

    private static boolean isActive(HistoryWorld world, AccountRef account) {
        return world.targets().stream()
                .flatMap(target -> target.get(List.of(account)).stream())
                .anyMatch(found -> found.status() == AccountStatus.ACTIVE);
    }

    /** What is held although the worker has ended; who is only out of scope or absent has not. */
    private static Set<String> held(HistoryWorld world) {
        Map<String, Set<WorkerRef>> byTarget = new TreeMap<>();
        for (HeldChanges some : world.engine().held()) {
            byTarget.computeIfAbsent(some.target(), any -> new TreeSet<>()).addAll(some.workers());
        }
        Set<String> held = new TreeSet<>();
        for (WorkerState state : world.states()) {
            byTarget.forEach((target, workers) -> {
                boolean open = state.at(target)
                        .link()
                        .filter(link -> isActive(world, link.account()))
                        .isPresent();
                if (state.state() == LifecycleState.TERMINATED && workers.contains(state.ref()) && open) {
                    held.add(state.ref() + " " + target);
                }
            });
        }
        return held;
    }

    @Property(seed = SEED)
    void s5_aPreview_isWhatIsThenDone(@ForAll History history, @ForAll boolean full) {
        HistoryWorld world = history.play();
        ImportKind kind = full ? ImportKind.FULL : ImportKind.INCREMENTAL;
        world.forgetCalls();
        Plan plan = world.engine().plan(kind);
        assertThat(world.calls()).as("calls of a plan").isEmpty();
        Recorder recorder = new Recorder();
        world.listen(recorder);
        ImportRun run = world.run(kind);
        assertThat(inWords(plan.changes())).isEqualTo(inWords(recorder.changes()));
        assertThat(plan.held()).isEqualTo(run.held());
        assertThat(plan.notices()).isEqualTo(run.notices());
        assertThat(pendingIn(plan)).containsAll(run.pending());
    }

    @Property(seed = SEED)
    void s5_carryingOutAPreview_isTheImport(@ForAll History history, @ForAll boolean full) {
        ImportKind kind = full ? ImportKind.FULL : ImportKind.INCREMENTAL;
        HistoryWorld world = history.play();
        Plan plan = world.engine().plan(kind);
        Recorder recorder = new Recorder();
        world.listen(recorder);
        ImportRun run = world.engine().apply(plan);
        assertThat(inWords(recorder.changes())).isEqualTo(inWords(plan.changes()));
        HistoryWorld twin = history.play();
        ImportRun direct = twin.run(kind);
        assertThat(Picture.of(world).whole()).isEqualTo(Picture.of(twin).whole());
        assertThat(run.failed()).isEqualTo(direct.failed());
        assertThat(run.notices()).isEqualTo(direct.notices());
        assertThat(run.nextTransition()).isEqualTo(direct.nextTransition());
    }

    private static Set<WorkerRef> pendingIn(Plan plan) {
        Set<WorkerRef> pending = new TreeSet<>();
        plan.people().stream()
                .filter(person -> !person.pending().isEmpty())
                .forEach(person -> pending.add(person.worker()));
        return pending;
    }

    @Property(seed = SEED)
    void s1_whatIsHeld_isMadeOnceApproved_andLeftAloneOnceDiscarded(@ForAll History history) {
        History guarded = history.under(history.setting().withGuard())
                .without(event -> event.kind() == Event.Kind.APPROVE || event.kind() == Event.Kind.DISCARD);
        HistoryWorld approved = guarded.play();
        approved.run(ImportKind.FULL);
        List<HeldChanges> held = approved.engine().held();
        Statistics.label("held").collect(!held.isEmpty());
        Recorder recorder = new Recorder();
        approved.listen(recorder);
        approved.engine().approve();
        // Whoever is held at one target may have been refused at another before; that is tried again.
        Set<String> made = closings(recorder.changes());
        assertThat(made).as("what was held is made").containsAll(names(held));
        assertThat(workers(made)).as("for nobody else").isEqualTo(workers(names(held)));
        assertThat(approved.engine().held()).isEmpty();

        HistoryWorld discarded = guarded.play();
        Recorder first = new Recorder();
        discarded.listen(first);
        discarded.run(ImportKind.FULL);
        Map<String, Integer> open = countOpen(discarded);
        discarded.engine().discard();
        discarded.engine().advance();
        assertThat(discarded.engine().held()).isEmpty();
        assertThat(countOpen(discarded)).isEqualTo(open);
        // S3: what was let through before and failed then counts and is made all the same, so there is less to count
        // anew.
        Assume.that(closings(first.changes()).equals(names(held)));
        discarded.run(ImportKind.FULL);
        assertThat(names(discarded.engine().held()))
                .as("what was dropped is counted anew")
                .isEqualTo(names(held));
    }

    private static Set<String> closings(List<Change> changes) {
        Set<String> closings = new TreeSet<>();
        changes.stream()
                .filter(change -> change.kind().takesAccess())
                .forEach(change -> closings.add(change.kind() + " " + change.system() + " "
                        + change.worker().orElseThrow()));
        return closings;
    }

    private static Set<String> workers(Set<String> closings) {
        Set<String> workers = new TreeSet<>();
        closings.forEach(closing -> workers.add(closing.substring(closing.lastIndexOf(' '))));
        return workers;
    }

    private static Set<String> names(List<HeldChanges> held) {
        Set<String> names = new TreeSet<>();
        held.forEach(
                some -> some.workers().forEach(worker -> names.add(some.kind() + " " + some.target() + " " + worker)));
        return names;
    }

    private static Map<String, Integer> countOpen(HistoryWorld world) {
        Map<String, Integer> open = new TreeMap<>();
        for (InMemoryTarget target : world.targets()) {
            open.put(target.name(), (int) target.all().stream()
                    .map(Account::status)
                    .filter(AccountStatus.ACTIVE::equals)
                    .count());
        }
        return open;
    }

    /** What is done to whom, with what. Ids of what is only made now are not known to a plan. */
    private static List<String> inWords(List<Change> changes) {
        List<String> words = new ArrayList<>();
        for (Change change : changes) {
            Map<String, String> values = new TreeMap<>();
            change.attributes()
                    .forEach(attribute -> values.put(
                            attribute.attribute(),
                            attribute.attribute().equals("manager") ? "somebody" : shown(attribute.after())));
            words.add(change.kind() + " " + change.system() + " "
                    + change.worker().map(Object::toString).orElse("")
                    + change.group().map(name -> " " + name).orElse("")
                    + change.newName().map(name -> " " + name).orElse("") + " " + values);
        }
        words.sort(null);
        return words;
    }

    private static String shown(AttributeValue value) {
        return value.isNull() ? "cleared" : value.asText();
    }
}
