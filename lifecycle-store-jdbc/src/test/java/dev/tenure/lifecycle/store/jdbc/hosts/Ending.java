package dev.tenure.lifecycle.store.jdbc.hosts;

import dev.tenure.lifecycle.journal.ImportRun;
import dev.tenure.lifecycle.journal.JournalEntry;
import dev.tenure.lifecycle.journal.OutcomeKind;
import dev.tenure.lifecycle.plan.ChangeKind;
import dev.tenure.lifecycle.plan.ImportKind;
import dev.tenure.lifecycle.store.AccountState;
import dev.tenure.lifecycle.store.JournalQuery;
import dev.tenure.lifecycle.store.WorkerState;
import dev.tenure.lifecycle.store.WorkerStateQuery;
import dev.tenure.lifecycle.store.jdbc.JdbcStore;
import dev.tenure.simulators.okta.SimulatedUser;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.StringJoiner;
import java.util.TreeMap;
import java.util.TreeSet;

/** How a story ended: Okta, the store and the journal, without what differs from run to run. */
final class Ending {

    private static final int MANY = 100_000;

    private Ending() {}

    /** Describes it, with what one more full import would still do: nothing, if all is well. */
    static String of(Company company, JdbcStore store, Policies policy, Instant later) {
        StringJoiner end = new StringJoiner("\n");
        long creates = company.okta().writes().stream()
                .filter(write -> write.call().equals("POST /users"))
                .count();
        end.add("users made: " + creates);
        for (SimulatedUser user : company.okta().users()) {
            end.add("okta: " + user.login() + " " + user.status() + " " + new TreeMap<>(user.profile()) + " in "
                    + user.groups());
        }
        for (WorkerState state : store.find(new WorkerStateQuery.All(), Optional.empty(), MANY)) {
            end.add("store: " + state.ref() + " " + state.state() + " "
                    + state.employment().terminationDate() + " next " + state.nextTransition() + " "
                    + text(company, state.at("okta")));
        }
        end.add("journal: " + changes(store));
        end.add("chain: " + store.verifyJournal().problem());
        company.okta().forgetCalls();
        company.clock().set(later);
        ImportRun run = company.systems()
                .engine("after", store, company.clock(), policy.policy())
                .run(ImportKind.FULL);
        end.add("one more import: " + run.failure() + run.failed()
                + company.okta().writes());
        return end.toString();
    }

    /** The lines in which two ends differ. */
    static List<String> difference(String expected, String actual) {
        List<String> wanted = expected.lines().toList();
        List<String> got = actual.lines().toList();
        List<String> difference = new ArrayList<>();
        wanted.stream().filter(line -> !got.contains(line)).forEach(line -> difference.add("expected " + line));
        got.stream().filter(line -> !wanted.contains(line)).forEach(line -> difference.add("but was " + line));
        return difference;
    }

    private static String text(Company company, AccountState account) {
        return account.link()
                        .map(link -> company.okta()
                                        .user(link.account().id())
                                        .map(SimulatedUser::login)
                                        .orElse("gone") + " " + link.status() + " in "
                                + link.groups().size())
                        .orElse("not linked")
                + account.pending().map(pending -> " pending " + pending.why()).orElse("")
                + account.hold().map(hold -> " held " + hold.discarded()).orElse("")
                + account.failure().map(failure -> " failed " + failure.kind()).orElse("")
                + account.intent().map(intent -> " intent " + intent.change()).orElse("");
    }

    /** What was done for whom, each once: what was made before a cut is linked, or found done, after it. */
    private static Set<String> changes(JdbcStore store) {
        Set<String> changes = new TreeSet<>();
        for (JournalEntry entry : store.journal(JournalQuery.all(), 0, MANY)) {
            OutcomeKind outcome = entry.outcome() == OutcomeKind.ALREADY_SO ? OutcomeKind.APPLIED : entry.outcome();
            if (outcome != OutcomeKind.FAILED) {
                changes.add(entry.kind() + " " + outcome + " "
                        + entry.worker().map(Object::toString).orElse("")
                        + entry.group().map(name -> " " + name).orElse(""));
            }
        }
        Set<String> made = Set.copyOf(changes);
        String link = ChangeKind.LINK + " ";
        changes.removeIf(line -> line.startsWith(link) && made.contains(line.replace(link, ChangeKind.CREATE + " ")));
        return changes;
    }
}
