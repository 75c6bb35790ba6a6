package dev.tenure.lifecycle.internal.run.insight;

import dev.tenure.lifecycle.account.Account;
import dev.tenure.lifecycle.account.AccountKey;
import dev.tenure.lifecycle.account.AccountRef;
import dev.tenure.lifecycle.account.AccountStatus;
import dev.tenure.lifecycle.account.Link;
import dev.tenure.lifecycle.account.Match;
import dev.tenure.lifecycle.account.MatchKind;
import dev.tenure.lifecycle.internal.match.Candidates;
import dev.tenure.lifecycle.internal.run.correlate.Lookup;
import dev.tenure.lifecycle.internal.run.setup.Settings;
import dev.tenure.lifecycle.internal.run.setup.TargetBinding;
import dev.tenure.lifecycle.internal.run.subject.Draft;
import dev.tenure.lifecycle.internal.run.subject.Glance;
import dev.tenure.lifecycle.internal.run.subject.Spells;
import dev.tenure.lifecycle.internal.run.subject.Subject;
import dev.tenure.lifecycle.report.ShadowReport;
import dev.tenure.lifecycle.target.AccountPages;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Compares what HR and the rules ask for with what the targets hold (rule H4). Reads HR once, page by page, and asks each
 * target a few times for each page; writes nothing, neither there nor in the store.
 */
final class Shadow {

    private final Settings settings;
    private final Glance glance;
    private final List<TargetBinding> bindings;
    private final Instant now;
    private final ShadowPeople people;
    private final Map<String, ShadowGroups> groups = new HashMap<>();
    private final Map<String, ShadowAccount> comparisons = new HashMap<>();

    Shadow(Settings settings, Glance glance, Spells spells, List<TargetBinding> bindings, Instant now) {
        this.people = new ShadowPeople(spells);
        this.settings = settings;
        this.glance = glance;
        this.bindings = bindings;
        this.now = now;
    }

    ShadowReport report() {
        for (TargetBinding binding : bindings) {
            ShadowGroups ofTarget = ShadowGroups.read(settings, binding, glance.retries());
            groups.put(binding.name(), ofTarget);
            comparisons.put(binding.name(), new ShadowAccount(settings, binding, ofTarget));
        }
        glance.all(now, page -> bindings.forEach(binding -> compare(page, binding)));
        List<ShadowReport.Stranger> strangers = new ArrayList<>();
        bindings.forEach(binding -> strangers.addAll(strangers(binding)));
        return people.report(now, strangers);
    }

    private void compare(List<Subject> page, TargetBinding binding) {
        List<Draft> drafts = new ArrayList<>();
        Set<AccountRef> refs = new HashSet<>();
        Set<AccountKey> keys = new HashSet<>();
        for (Subject subject : page) {
            Draft draft = glance.draft(subject, binding, now);
            drafts.add(draft);
            subject.link(binding.name())
                    .map(Link::account)
                    .ifPresentOrElse(
                            refs::add, () -> keys.addAll(binding.matcher().keys(draft.values())));
        }
        Lookup lookup = Lookup.of(binding, settings.store(), refs, keys, glance.accountRetries());
        for (Draft draft : drafts) {
            compare(draft, binding, lookup);
        }
    }

    private void compare(Draft draft, TargetBinding binding, Lookup lookup) {
        Subject subject = draft.subject();
        ShadowAccount comparison = comparison(binding);
        Optional<Link> link = subject.link(binding.name());
        if (link.isPresent()) {
            Optional<Account> account = lookup.account(link.get().account());
            people.add(subject, binding.name(), account, differences(comparison, draft, account));
            return;
        }
        List<Account> accounts = lookup.agreeing(binding.matcher().keys(draft.values()));
        Match match = binding.matcher()
                .match(
                        draft.values(),
                        new Candidates(
                                accounts,
                                taken(lookup, binding, subject, accounts),
                                subject.at(binding.name()).rejected()));
        if (match.kind() == MatchKind.PARTIAL || match.kind() == MatchKind.CONFLICT) {
            people.addUnclear(
                    subject,
                    binding.name(),
                    match.account(),
                    new ShadowPeople.Differences(
                            comparison.unclear(subject, match),
                            comparison.compare(draft, Optional.empty()),
                            List.of()));
            return;
        }
        people.add(subject, binding.name(), match.account(), differences(comparison, draft, match.account()));
    }

    private static ShadowPeople.Differences differences(
            ShadowAccount comparison, Draft draft, Optional<Account> account) {
        return new ShadowPeople.Differences(
                comparison.compare(draft, account), List.of(), comparison.leftOut(draft, account));
    }

    /** D1, D2: what another record of the same person has is no conflict; which record is in charge settles at the end. */
    private static Set<AccountRef> taken(
            Lookup lookup, TargetBinding binding, Subject subject, List<Account> accounts) {
        Set<AccountRef> taken = new HashSet<>(lookup.taken(binding.name(), subject.ref(), accounts));
        Optional<String> person = subject.employment().universalId();
        taken.removeIf(account -> person.isPresent()
                && lookup.owner(account)
                        .map(owner -> owner.employment().universalId())
                        .equals(Optional.of(person)));
        return taken;
    }

    private ShadowAccount comparison(TargetBinding binding) {
        ShadowAccount comparison = comparisons.get(binding.name());
        if (comparison == null) {
            throw new IllegalStateException("Nothing is compared at " + binding.name());
        }
        return comparison;
    }

    /** Open accounts that fit nobody: who is in charge there knows somebody whom HR does not. */
    private List<ShadowReport.Stranger> strangers(TargetBinding binding) {
        List<ShadowReport.Stranger> strangers = new ArrayList<>();
        try (AccountPages pages = binding.target().accounts()) {
            Optional<List<Account>> page = glance.retries().call(pages::next);
            while (page.isPresent()) {
                for (Account account : page.get()) {
                    if (account.status() != AccountStatus.DEACTIVATED && !people.claims(account.ref())) {
                        strangers.add(ShadowReport.Stranger.of(account));
                    }
                }
                page = glance.retries().call(pages::next);
            }
        }
        return strangers;
    }
}
