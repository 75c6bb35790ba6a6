package dev.tenure.lifecycle.internal.run.correlate;

import dev.tenure.lifecycle.account.Account;
import dev.tenure.lifecycle.account.AccountKey;
import dev.tenure.lifecycle.account.AccountRef;
import dev.tenure.lifecycle.account.Link;
import dev.tenure.lifecycle.internal.memory.IdSet;
import dev.tenure.lifecycle.internal.memory.TextFilter;
import dev.tenure.lifecycle.internal.run.setup.TargetBinding;
import dev.tenure.lifecycle.store.LifecycleStore;
import dev.tenure.lifecycle.target.AccountPages;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/**
 * What a full import learns by listing the accounts of a target once (rule E14): which linked accounts are not as they
 * are known to be, which are gone, and which keys are in use at all, so that a worker whose keys are not costs no search.
 */
public final class Census {

    private final TargetBinding binding;
    private final IdSet present = new IdSet();
    private final TextFilter keys = new TextFilter();
    private final Set<AccountRef> different = new HashSet<>();
    private final Set<String> contactAttributes;
    private final Map<AccountRef, Set<String>> ownContacts = new HashMap<>();

    private Census(TargetBinding binding, Set<String> contactAttributes) {
        this.binding = binding;
        this.contactAttributes = contactAttributes;
    }

    public static Census take(
            TargetBinding binding,
            LifecycleStore store,
            Set<String> contactAttributes,
            AccountsSought sought,
            UnaryOperator<Supplier<Optional<List<Account>>>> retries) {
        Census census = new Census(binding, contactAttributes);
        try (AccountPages pages = binding.target().accounts()) {
            Optional<List<Account>> page = retries.apply(pages::next).get();
            while (page.isPresent()) {
                census.count(page.get(), store);
                sought.see(page.get());
                page = retries.apply(pages::next).get();
            }
        }
        return census;
    }

    /** Whether a linked account has to be looked at although nothing changed in HR. */
    boolean isDifferent(AccountRef account) {
        return different.contains(account) || !present.contains(account.id());
    }

    /** Which contact data of a linked account the engine did not put there (rule F1). */
    public Set<String> ownContacts(AccountRef account) {
        return ownContacts.getOrDefault(account, Set.of());
    }

    /** Whether any account may have this key. */
    synchronized boolean mayHave(AccountKey key) {
        return keys.mayContain(text(key));
    }

    /** An account was made during the run. */
    public synchronized void add(List<AccountKey> made) {
        made.forEach(key -> keys.add(text(key)));
    }

    private void count(List<Account> accounts, LifecycleStore store) {
        Map<AccountRef, Link> links =
                store.links(accounts.stream().map(Account::ref).toList());
        for (Account account : accounts) {
            binding.matcher().keys(account.attributes()).forEach(key -> keys.add(text(key)));
            Link link = links.get(account.ref());
            if (link == null) {
                continue;
            }
            present.add(account.ref().id());
            boolean same = link.status() == account.status()
                    || binding.planner().atTheEnd().wasSuspendedHere(link, account.status());
            if (!same
                    || !binding.diff().drift(link.sent(), account.attributes()).isEmpty()) {
                different.add(account.ref());
            }
            Set<String> own = binding.diff().ownValues(link.sent(), account.attributes(), contactAttributes);
            if (!own.isEmpty()) {
                ownContacts.put(account.ref(), own);
            }
        }
    }

    private static String text(AccountKey key) {
        StringBuilder text = new StringBuilder();
        key.values()
                .forEach((name, value) -> text.append(name)
                        .append('=')
                        .append(AccountKey.fold(value))
                        .append('\n'));
        return text.toString();
    }
}
