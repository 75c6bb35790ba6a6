package dev.tenure.lifecycle.testkit;

import dev.tenure.lifecycle.account.Account;
import dev.tenure.lifecycle.account.AccountRef;
import dev.tenure.lifecycle.account.Link;
import dev.tenure.lifecycle.attribute.Attributes;
import dev.tenure.lifecycle.journal.JournalEntry;
import dev.tenure.lifecycle.journal.OutcomeKind;
import dev.tenure.lifecycle.plan.ChangeKind;
import dev.tenure.lifecycle.store.AccountState;
import dev.tenure.lifecycle.store.Failure;
import dev.tenure.lifecycle.store.JournalQuery;
import dev.tenure.lifecycle.store.LifecycleStore;
import dev.tenure.lifecycle.store.WorkerState;
import dev.tenure.lifecycle.store.WorkerStateQuery;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.StringJoiner;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * How a {@link RichStory} ended, without what differs from run to run: versions, names of runs, instants of the journal, which
 * account was made first.
 */
final class RichStoryEnd {

    private static final int MANY = 10_000;

    private final LifecycleStore store;
    private final List<InMemoryHrSource> sources;
    private final List<InMemoryTarget> targets;

    RichStoryEnd(LifecycleStore store, List<InMemoryHrSource> sources, List<InMemoryTarget> targets) {
        this.store = store;
        this.sources = List.copyOf(sources);
        this.targets = List.copyOf(targets);
    }

    String describe() {
        StringJoiner end = new StringJoiner("\n");
        for (InMemoryTarget target : targets) {
            target.all().stream()
                    .sorted(Comparator.comparing(Account::login))
                    .forEach(account -> end.add(target.name() + ": " + account.login() + " " + account.status() + " "
                            + texts(account.attributes())
                            + target.place(account.login())
                                    .map(place -> " in " + place)
                                    .orElse("")));
            Map<String, Set<String>> members = new TreeMap<>();
            target.membersByGroup().forEach((group, logins) -> members.put(group, new TreeSet<>(logins)));
            end.add(target.name() + " groups: " + members);
            end.add(target.name() + " group links: " + groupLinks(target));
        }
        for (WorkerState state : store.find(new WorkerStateQuery.All(), Optional.empty(), MANY)) {
            sources.stream()
                    .filter(source -> source.name().equals(state.ref().source()))
                    .flatMap(source -> source.worker(state.ref().id()).stream())
                    .forEach(record -> end.add("hr: " + record.id() + " " + texts(record.profile())));
            end.add(text(state));
        }
        sources.forEach(source -> end.add("read up to " + store.progress(source.name())));
        end.add("journal: " + changes());
        return end.toString();
    }

    private String groupLinks(InMemoryTarget target) {
        Set<String> links = new TreeSet<>();
        store.groups(target.name())
                .forEach(link -> links.add(link.reference() + " " + link.name() + (link.isIntent() ? " intent" : "")));
        return links.toString();
    }

    private String text(WorkerState state) {
        Map<String, String> accounts = new TreeMap<>();
        state.accounts().forEach((target, account) -> accounts.put(target, text(account)));
        return "store: " + state.ref() + " " + state.state() + " "
                + state.employment().terminationDate() + " next " + state.nextTransition() + " " + accounts;
    }

    private String text(AccountState account) {
        return account.link().map(this::text).orElse("not linked") + " "
                + account.pending().map(pending -> "pending " + pending.why()).orElse("") + " "
                + account.hold()
                        .map(hold -> "held " + hold.count() + " of " + hold.of() + " " + hold.discarded())
                        .orElse("")
                + " " + account.failures().stream().map(Failure::kind).toList() + " "
                + account.intent().map(intent -> "intent " + intent.change()).orElse("") + " " + account.rejected();
    }

    private String text(Link link) {
        return login(link.account()) + " " + link.status() + " in "
                + link.groups().size() + " groups";
    }

    private String login(AccountRef ref) {
        return targets.stream()
                .flatMap(target -> target.get(List.of(ref)).stream())
                .findFirst()
                .map(Account::login)
                .orElse("gone");
    }

    /**
     * What was done for whom, each once: a run that was cut off may have to say again what it did. An account that was made
     * before the cut is linked after it. What HR was told shows in HR.
     */
    private Set<String> changes() {
        Set<String> changes = new TreeSet<>();
        for (JournalEntry entry : store.journal(JournalQuery.all(), 0, MANY)) {
            OutcomeKind outcome = entry.outcome() == OutcomeKind.ALREADY_SO ? OutcomeKind.APPLIED : entry.outcome();
            if (entry.kind() != ChangeKind.WRITE_BACK) {
                changes.add(entry.kind() + " " + outcome + " " + entry.system() + " "
                        + entry.worker().map(Object::toString).orElse("")
                        + entry.group().map(name -> " " + name).orElse(""));
            }
        }
        Set<String> made = Set.copyOf(changes);
        changes.removeIf(line -> line.startsWith("LINK ") && made.contains(line.replace("LINK ", "CREATE ")));
        return changes;
    }

    private static Map<String, String> texts(Attributes attributes) {
        Map<String, String> texts = new TreeMap<>();
        attributes.asMap().forEach((name, value) -> {
            if (!value.isNull()) {
                texts.put(name, value.asText());
            }
        });
        return texts;
    }
}
