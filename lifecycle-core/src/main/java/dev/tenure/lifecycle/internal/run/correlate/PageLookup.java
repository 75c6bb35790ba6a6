package dev.tenure.lifecycle.internal.run.correlate;

import dev.tenure.lifecycle.account.Account;
import dev.tenure.lifecycle.account.AccountKey;
import dev.tenure.lifecycle.account.AccountRef;
import dev.tenure.lifecycle.account.AccountStatus;
import dev.tenure.lifecycle.account.Link;
import dev.tenure.lifecycle.decision.LifecycleState;
import dev.tenure.lifecycle.internal.run.setup.TargetBinding;
import dev.tenure.lifecycle.internal.run.subject.Draft;
import dev.tenure.lifecycle.internal.run.subject.Situations;
import dev.tenure.lifecycle.internal.run.subject.Subject;
import dev.tenure.lifecycle.policy.LifecyclePolicy;
import dev.tenure.lifecycle.policy.Sourcing;
import dev.tenure.lifecycle.store.AccountState;
import dev.tenure.lifecycle.store.LifecycleStore;
import dev.tenure.lifecycle.target.TargetGroup;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/**
 * Finds out which accounts of a target have to be looked at for a page of workers, and reads them in a few calls for all
 * together (rule E14). An unchanged worker costs none.
 */
public final class PageLookup {

    private final LifecyclePolicy policy;
    private final LifecycleStore store;
    private final Situations situations;
    private final Map<String, Census> censuses;
    private final UnaryOperator<Supplier<List<Account>>> retries;

    public PageLookup(
            LifecyclePolicy policy,
            LifecycleStore store,
            Situations situations,
            Map<String, Census> censuses,
            UnaryOperator<Supplier<List<Account>>> retries) {
        this.policy = policy;
        this.store = store;
        this.situations = situations;
        this.censuses = censuses;
        this.retries = retries;
    }

    /** Reads what a page needs: linked accounts that may have to change, and accounts with the keys of who has none. */
    public Lookup look(TargetBinding binding, List<Draft> page) {
        Set<AccountRef> refs = new HashSet<>();
        Set<AccountKey> keys = new HashSet<>();
        Optional<Census> census = Optional.ofNullable(censuses.get(binding.name()));
        for (Draft draft : page) {
            if (draft.link().isPresent()) {
                if (mustLook(draft, binding, draft.link().get())) {
                    refs.add(draft.link().get().account());
                }
                if (situations.changesKey(draft, binding)) {
                    keys.addAll(binding.matcher().exactKeys(draft.values()));
                }
                if (!draft.isAsSent(draft.link().get())) {
                    keys.addAll(binding.askedAhead(draft.values()));
                }
            } else if (draft.mayHaveAccount()) {
                binding.matcher().keys(draft.values()).stream()
                        .filter(key -> census.isEmpty() || census.get().mayHave(key))
                        .forEach(keys::add);
                keys.addAll(binding.askedAhead(draft.values()));
                draft.chosen(binding.name()).ifPresent(refs::add);
                draft.subject()
                        .at(binding.name())
                        .pending()
                        .flatMap(pending -> pending.account())
                        .ifPresent(refs::add);
            }
        }
        return Lookup.of(binding, store, refs, keys, retries);
    }

    /** Reads the account that a worker takes over, and the accounts that have its new keys. */
    public Lookup takeover(TargetBinding binding, Draft draft, Link link) {
        Set<AccountKey> keys = situations.changesKey(draft, binding)
                ? Set.copyOf(binding.matcher().exactKeys(draft.values()))
                : Set.of();
        return Lookup.of(binding, store, Set.of(link.account()), keys, retries);
    }

    /** Reads one account. */
    public Lookup account(TargetBinding binding, AccountRef account) {
        return Lookup.of(binding, store, Set.of(account), Set.of(), retries);
    }

    /** Reads the accounts that have one of these keys. */
    public Lookup having(TargetBinding binding, Collection<AccountKey> keys) {
        return Lookup.of(binding, store, Set.of(), keys, retries);
    }

    /** E14: the accounts of the workers that an import changes are read. */
    public boolean mustLook(Draft draft, TargetBinding binding, Link link) {
        if (policy.sourcing() == Sourcing.IMPORT_ONLY) {
            return false;
        }
        Subject subject = draft.subject();
        Census census = censuses.get(binding.name());
        if ((census != null && census.isDifferent(link.account())) || isOpen(subject.at(binding.name()))) {
            return true;
        }
        if (subject.state() == LifecycleState.TERMINATED || !draft.inScope()) {
            return link.status() != AccountStatus.DEACTIVATED;
        }
        if (!subject.state().hasAccess() || draft.profile().isEmpty()) {
            return false;
        }
        boolean sameGroups = draft.wanted().isEmpty()
                || link.groups().equals(ids(draft.wanted().get()));
        return link.status() != AccountStatus.ACTIVE || !sameGroups || !draft.isAsSent(link);
    }

    private static boolean isOpen(AccountState known) {
        return known.pending().isPresent()
                || known.failure().isPresent()
                || known.intent().isPresent()
                || known.hold().isPresent();
    }

    private static Set<String> ids(List<TargetGroup> wanted) {
        Set<String> ids = new TreeSet<>();
        wanted.forEach(group -> ids.add(group.id()));
        return ids;
    }
}
