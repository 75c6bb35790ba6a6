package dev.tenure.lifecycle.testkit.history;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenure.lifecycle.account.AccountRef;
import dev.tenure.lifecycle.account.AccountStatus;
import dev.tenure.lifecycle.decision.LifecycleState;
import dev.tenure.lifecycle.journal.ImportRun;
import dev.tenure.lifecycle.plan.Change;
import dev.tenure.lifecycle.plan.ImportKind;
import dev.tenure.lifecycle.plan.Plan;
import dev.tenure.lifecycle.policy.LifecyclePolicy;
import dev.tenure.lifecycle.store.WorkerState;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What holds after any history of hires, moves, ends, returns, failures and imports of every kind. */
class HistoryProperties {

    @Property(tries = 300)
    void a1_anIncrementalImport_leavesNothingForAFullOne(
            @ForAll("policies") LifecyclePolicy policy, @ForAll("histories") List<Event> history) {
        // What somebody changed at the target is seen by a full import alone (E3, E14).
        HistoryWorld world = after(
                policy,
                history.stream()
                        .filter(event -> event.kind() != Event.Kind.REVIVED_BY_HAND
                                && event.kind() != Event.Kind.SUSPENDED_BY_HAND)
                        .toList());
        // An incremental import leaves alone who has failed again and again, until it is due; a full one does not (S3).
        Assume.that(!world.somebodyIsBackedOff());
        assertThat(world.run(ImportKind.INCREMENTAL).succeeded()).isTrue();
        var picture = world.picture();
        world.target().forgetCalls();
        assertThat(world.run(ImportKind.FULL).succeeded()).isTrue();
        assertThat(world.picture())
                .as("what a full import changes after an incremental one")
                .isEqualTo(picture);
    }

    @Property(tries = 300)
    void e2_theSameImportAgain_changesNothing(
            @ForAll("policies") LifecyclePolicy policy, @ForAll("histories") List<Event> history) {
        HistoryWorld world = after(policy, history);
        world.run(ImportKind.FULL);
        world.target().forgetCalls();
        ImportRun again = world.run(ImportKind.FULL);
        assertThat(world.target().calls()).as("calls of a second full import").isEmpty();
        assertThat(again.applied()).isEmpty();
        world.run(ImportKind.INCREMENTAL);
        world.engine().advance();
        assertThat(world.target().calls()).as("calls of what follows").isEmpty();
    }

    @Property(tries = 300)
    void e10_noAccountBelongsToTwo_andNoEndedWorkerHasAccess(
            @ForAll("policies") LifecyclePolicy policy, @ForAll("histories") List<Event> history) {
        HistoryWorld world = after(policy, history);
        assertThat(world.run(ImportKind.FULL).succeeded()).isTrue();
        Set<AccountRef> seen = new HashSet<>();
        for (WorkerState state : world.states()) {
            state.at("okta").link().ifPresent(link -> {
                assertThat(seen.add(link.account()))
                        .as("%s is linked once", link.account())
                        .isTrue();
                if (state.state() == LifecycleState.TERMINATED) {
                    assertThat(world.target().get(List.of(link.account())))
                            .allSatisfy(account -> assertThat(account.status()).isEqualTo(AccountStatus.DEACTIVATED));
                }
            });
        }
    }

    @Property(tries = 300)
    void s5_aPreview_isWhatIsThenDone(
            @ForAll("policies") LifecyclePolicy policy, @ForAll("histories") List<Event> history) {
        HistoryWorld world = after(policy, history);
        Plan plan = world.engine().plan(ImportKind.INCREMENTAL);
        Recorder recorder = new Recorder();
        world.listen(recorder);
        world.run(ImportKind.INCREMENTAL);
        assertThat(inWords(recorder.changes())).isEqualTo(inWords(plan.changes()));
    }

    /** What is done to whom, and which attributes are sent; one update may be sent in two parts. */
    private static Map<String, Set<String>> inWords(List<Change> changes) {
        Map<String, Set<String>> words = new TreeMap<>();
        for (Change change : changes) {
            String what =
                    change.kind() + " " + change.worker().map(Object::toString).orElse("") + " "
                            + change.group().orElse("");
            words.computeIfAbsent(what, any -> new TreeSet<>())
                    .addAll(change.delta().names());
        }
        return words;
    }

    private static HistoryWorld after(LifecyclePolicy policy, List<Event> history) {
        HistoryWorld world = new HistoryWorld(policy);
        for (Event event : history) {
            world.happen(event);
            world.refreshActiveFlags();
        }
        world.endFaults();
        return world;
    }

    @Provide
    Arbitrary<LifecyclePolicy> policies() {
        Arbitrary<LifecyclePolicy> presets =
                Arbitraries.of(LifecyclePolicy.oktaParity(), LifecyclePolicy.recommended());
        Arbitrary<Boolean> flag = Arbitraries.of(true, false);
        return Combinators.combine(presets, Arbitraries.of(0, 5), flag, flag)
                .as((preset, days, lastDay, back) -> preset.with(policy -> policy.preStartDays(days)
                        .useLastDayOfWork(lastDay)
                        .reactivateDeactivated(back)
                        .safeguardPercent(100)));
    }

    @Provide
    Arbitrary<List<Event>> histories() {
        Arbitrary<Event.Kind> kinds = Arbitraries.of(Event.Kind.values());
        Arbitrary<Event> events = Combinators.combine(
                        kinds,
                        Arbitraries.integers().between(0, 3),
                        Arbitraries.integers().between(-3, 8),
                        Arbitraries.integers().between(0, 2))
                .as(Event::new);
        Arbitrary<Event> hires = Combinators.combine(
                        Arbitraries.integers().between(0, 3),
                        Arbitraries.integers().between(-3, 6))
                .as((who, days) -> new Event(Event.Kind.HIRE, who, days, who % 2));
        return Combinators.combine(
                        hires.list().ofMinSize(1).ofMaxSize(3), events.list().ofMaxSize(25))
                .as((first, rest) -> {
                    List<Event> history = new java.util.ArrayList<>(first);
                    history.addAll(rest);
                    return history;
                });
    }
}
