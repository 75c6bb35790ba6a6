package dev.tenure.lifecycle.internal.run.correlate;

import dev.tenure.lifecycle.account.Account;
import dev.tenure.lifecycle.account.AccountKey;
import dev.tenure.lifecycle.account.AccountRef;
import dev.tenure.lifecycle.account.Fingerprint;
import dev.tenure.lifecycle.account.Link;
import dev.tenure.lifecycle.attribute.AttributeValue;
import dev.tenure.lifecycle.attribute.Attributes;
import dev.tenure.lifecycle.failure.ConnectorException;
import dev.tenure.lifecycle.failure.CredentialsRejected;
import dev.tenure.lifecycle.failure.FailureKind;
import dev.tenure.lifecycle.internal.run.session.Outstanding;
import dev.tenure.lifecycle.internal.run.session.Session;
import dev.tenure.lifecycle.internal.run.session.SystemCalls;
import dev.tenure.lifecycle.internal.run.setup.SentKeys;
import dev.tenure.lifecycle.internal.run.setup.TargetBinding;
import dev.tenure.lifecycle.internal.run.subject.Answer;
import dev.tenure.lifecycle.internal.run.subject.Drafts;
import dev.tenure.lifecycle.internal.run.subject.Faults;
import dev.tenure.lifecycle.internal.run.subject.Subject;
import dev.tenure.lifecycle.plan.ChangeKind;
import dev.tenure.lifecycle.store.AccountState;
import dev.tenure.lifecycle.store.Failure;
import dev.tenure.lifecycle.store.Intent;
import dev.tenure.lifecycle.store.LifecycleStore;
import dev.tenure.lifecycle.store.WorkerStateQuery;
import dev.tenure.lifecycle.target.AccountPages;
import dev.tenure.lifecycle.worker.WorkerRef;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Finds out what became of creates that were cut off, or whose answer was lost, before anything is planned for their workers
 * (rule S4). An account that came of one is the worker's from then on, as if the answer had come: whatever HR says by now, it
 * is updated or closed like any other, and no second one is made. It is found by the keys that were sent. Where they are still
 * those of the worker, a search finds it; where HR has changed them, the store has only their hashes, and the target is
 * listed, once for all such workers of a run. That it is not found means that there is none, once the target would show it
 * ({@link dev.tenure.lifecycle.target.TargetDescription#lag}). For one thread.
 */
public final class LostCreates {

    private static final String CUT_OFF = "nobody heard what came of the call that was to make the account, and ";
    private static final String REMEDY = "; link() the worker to its account, or confirm() that it has none";

    private final LifecycleStore store;
    private final Drafts drafts;
    private final List<TargetBinding> bindings;
    private final SystemCalls calls;
    private final Session session;
    private final Map<String, AccountsSought> listings = new HashMap<>();
    private final Map<String, ConnectorException> unlisted = new HashMap<>();
    private final Map<String, Map<SentKeys.Key, Set<WorkerRef>>> awaited = new HashMap<>();

    public LostCreates(
            LifecycleStore store, Drafts drafts, List<TargetBinding> bindings, SystemCalls calls, Session session) {
        this.store = store;
        this.drafts = drafts;
        this.bindings = List.copyOf(bindings);
        this.calls = calls;
        this.session = session;
    }

    /**
     * What is looked for.
     *
     * @param sent the keys that the create was sent with
     * @param shown from when on the target shows the account, if it was made
     * @param keys by which to search for the account
     * @param accounts those that agree by the listing, where a search cannot tell
     * @param doubt why nobody can tell, where the target could not be listed or is not to be listed yet
     */
    private record Sought(
            Fingerprint sent,
            Instant shown,
            List<AccountKey> keys,
            Set<AccountRef> accounts,
            Optional<Answer.Unknown> doubt) {}

    /** The same workers, each with what became of its creates; those that have none open cost nothing. */
    public List<Subject> settle(List<Subject> subjects) {
        List<Subject> settled = subjects;
        for (TargetBinding binding : bindings) {
            if (settled.stream().anyMatch(subject -> isOpen(subject, binding))) {
                settled = settle(settled, binding);
            }
        }
        return settled;
    }

    /** Takes part in a listing that a run makes anyway. */
    public AccountsSought listing(TargetBinding binding) {
        AccountsSought listing = new AccountsSought(binding.sentKeys(), openCreates(binding.name()));
        listings.put(binding.name(), listing);
        return listing;
    }

    /** Whether an account that nobody has may have come of the create of another worker, whose it is to be. */
    boolean isOfAnother(WorkerRef worker, TargetBinding binding, Account account) {
        Set<WorkerRef> workers = awaited.computeIfAbsent(binding.name(), any -> logins(binding))
                .getOrDefault(binding.sentKeys().login(account), Set.of());
        return !workers.isEmpty() && !workers.contains(worker);
    }

    private Map<SentKeys.Key, Set<WorkerRef>> logins(TargetBinding binding) {
        Map<SentKeys.Key, Set<WorkerRef>> logins = new HashMap<>();
        openCreates(binding.name())
                .forEach((worker, create) -> binding.sentKeys()
                        .login(create.keys())
                        .ifPresent(login -> logins.computeIfAbsent(login, any -> new HashSet<>())
                                .add(worker)));
        return logins;
    }

    private static boolean isOpen(Subject subject, TargetBinding binding) {
        return create(subject.at(binding.name())).isPresent()
                && binding.link(subject.at(binding.name()), subject.state().hasAccess())
                        .isEmpty()
                && !subject.answers().containsKey(binding.name())
                && (subject.worker().isEmpty()
                        || chosen(subject, binding.name()).isEmpty());
    }

    /** The account that a person chose: of who is returned by HR matching sees to it, of who is not, nobody but this. */
    private static Optional<AccountRef> chosen(Subject subject, String target) {
        return Optional.ofNullable(subject.manner().chosen().get(target));
    }

    private static Optional<Intent> create(AccountState known) {
        return known.intent().filter(intent -> intent.change() == ChangeKind.CREATE);
    }

    private List<Subject> settle(List<Subject> subjects, TargetBinding binding) {
        Map<WorkerRef, Sought> sought = new LinkedHashMap<>();
        List<AccountKey> keys = new ArrayList<>();
        Set<AccountRef> accounts = new LinkedHashSet<>();
        for (Subject subject : subjects) {
            if (isOpen(subject, binding)) {
                Sought one = sought(subject, binding);
                sought.put(subject.ref(), one);
                keys.addAll(one.keys());
                accounts.addAll(one.accounts());
            }
        }
        Lookup lookup = Lookup.of(binding, store, accounts, keys, call -> () -> calls.make(call));
        return subjects.stream()
                .map(subject -> Optional.ofNullable(sought.get(subject.ref()))
                        .map(one -> answered(subject, binding, one, lookup))
                        .orElse(subject))
                .toList();
    }

    private Sought sought(Subject subject, TargetBinding binding) {
        Intent create = create(subject.at(binding.name())).orElseThrow();
        Instant shown = shown(create, binding);
        Optional<AccountRef> chosen = chosen(subject, binding.name());
        if (chosen.isPresent()) {
            return new Sought(create.keys(), shown, List.of(), Set.of(chosen.get()), Optional.empty());
        }
        Attributes profile = drafts.map(subject)
                .map(mapped ->
                        binding.profile(mapped.identity(), mapped.input()).values())
                .orElse(Attributes.empty());
        Attributes sent = asSent(profile, create.keys(), binding);
        Fingerprint present = binding.sentKeys().of(sent);
        // A store that an earlier version wrote to does not know what was sent.
        boolean unchanged = create.keys().equals(present) || create.keys().equals(Fingerprint.none());
        if (!unchanged) {
            return byListing(subject, binding, create);
        }
        List<AccountKey> keys = new ArrayList<>(binding.matcher().exactKeys(sent));
        String login = binding.description().login();
        sent.text(login).ifPresent(text -> keys.add(AccountKey.of(login, text)));
        return new Sought(present, shown, keys, Set.of(), Optional.empty());
    }

    private static Instant shown(Intent create, TargetBinding binding) {
        return create.at().plus(binding.description().lag());
    }

    /** E10: where the mapped login was taken, the host's generator gave the one that was sent, and gives it again. */
    private static Attributes asSent(Attributes profile, Fingerprint sent, TargetBinding binding) {
        SentKeys hashes = binding.sentKeys();
        String attribute = binding.description().login();
        Optional<SentKeys.Key> wanted = hashes.login(sent);
        Optional<String> mapped = profile.text(attribute);
        Attributes candidate = profile;
        for (int attempt = 1; wanted.isPresent() && mapped.isPresent() && attempt <= Matching.MOST_LOGINS; attempt++) {
            if (hashes.login(hashes.of(candidate)).equals(wanted)) {
                return candidate;
            }
            Optional<String> login = binding.logins().apply(mapped.get(), attempt);
            if (login.isEmpty()) {
                return profile;
            }
            candidate = profile.toBuilder()
                    .put(attribute, AttributeValue.of(login.get()))
                    .build();
        }
        return profile;
    }

    private Sought byListing(Subject subject, TargetBinding binding, Intent create) {
        Optional<Failure> last = subject.at(binding.name()).failure();
        if (Faults.waits(last, session)) {
            Optional<Answer.Unknown> same = last.map(failure -> new Answer.Unknown(failure.kind(), failure.message()));
            return new Sought(create.keys(), shown(create, binding), List.of(), Set.of(), same);
        }
        Set<AccountRef> agreeing = listing(binding, subject.ref(), create).of(subject.ref());
        Optional<Answer.Unknown> problem =
                Optional.ofNullable(unlisted.get(binding.name())).map(LostCreates::unlisted);
        return new Sought(create.keys(), shown(create, binding), List.of(), agreeing, problem);
    }

    private static Answer.Unknown unlisted(ConnectorException problem) {
        return new Answer.Unknown(
                problem.kind(), CUT_OFF + "the listing that would find it failed: " + problem.getMessage() + REMEDY);
    }

    private AccountsSought listing(TargetBinding binding, WorkerRef worker, Intent create) {
        AccountsSought known = listings.get(binding.name());
        if (known != null && known.covers(worker, create)) {
            return known;
        }
        AccountsSought listing = listing(binding);
        unlisted.remove(binding.name());
        try (AccountPages pages = binding.target().accounts()) {
            Optional<List<Account>> page = calls.make(pages::next);
            while (page.isPresent()) {
                listing.see(page.get());
                page = calls.make(pages::next);
            }
        } catch (CredentialsRejected rejected) {
            throw rejected;
        } catch (ConnectorException problem) {
            // A target that cannot be listed fails these few workers and nobody else (S3).
            unlisted.put(binding.name(), problem);
        }
        return listing;
    }

    private Map<WorkerRef, Intent> openCreates(String target) {
        Map<WorkerRef, Intent> creates = new HashMap<>();
        new Outstanding(store)
                .each(
                        new WorkerStateQuery.WithIntent(),
                        state -> create(state.at(target)).ifPresent(create -> creates.put(state.ref(), create)));
        return creates;
    }

    private Subject answered(Subject subject, TargetBinding binding, Sought sought, Lookup lookup) {
        String target = binding.name();
        List<Account> found = new ArrayList<>(lookup.agreeing(sought.keys()));
        sought.accounts().forEach(ref -> lookup.account(ref).ifPresent(found::add));
        found.removeIf(account -> isAnothers(account.ref(), subject, target, lookup));
        // No two accounts have one login, so whichever has the one that was sent is it, unless somebody else took it.
        Optional<Account> holder = found.stream()
                .filter(account -> isChosen(account.ref(), subject, target)
                        || binding.sentKeys().agreesInLogin(account, sought.sent()))
                .findFirst();
        Optional<Account> made = holder.filter(account ->
                isChosen(account.ref(), subject, target) || !binding.sentKeys().contradicts(account, sought.sent()));
        if (made.isPresent()) {
            Fingerprint known = binding.diff().ofMade(made.get().attributes());
            return subject.made(new Link(made.get().ref(), made.get().status(), known, Set.of()));
        }
        Answer answer = doubt(subject, target, sought, found, holder.isPresent())
                .or(() -> late(target, sought))
                .filter(any -> !subject.manner().confirmed())
                .<Answer>map(doubt -> doubt)
                .orElse(new Answer.NotMade());
        return subject.answered(target, answer);
    }

    /**
     * An account that has no more than the e-mail address that was sent may be it, under another login by now, or somebody
     * else's. Where a search finds it, matching asks about it (E7); here nobody else would. So may one that has the login and
     * another address.
     */
    private static Optional<Answer.Unknown> doubt(
            Subject subject, String target, Sought sought, List<Account> found, boolean hasLogin) {
        if (sought.doubt().isPresent()) {
            return sought.doubt();
        }
        if (subject.manner().rejected()) {
            return Optional.empty();
        }
        if (hasLogin) {
            return Optional.of(new Answer.Unknown(
                    FailureKind.CONFLICT,
                    CUT_OFF + "the account at " + target + " that has its login differs in another key" + REMEDY));
        }
        return found.isEmpty() || sought.accounts().isEmpty()
                ? Optional.empty()
                : Optional.of(new Answer.Unknown(
                        FailureKind.CONFLICT,
                        CUT_OFF + "what agrees with it at " + target + " by now has another login: " + found.size()
                                + REMEDY));
    }

    /** That nothing is found says nothing as long as the target need not show it yet. */
    private Optional<Answer.Unknown> late(String target, Sought sought) {
        return session.now().isBefore(sought.shown())
                ? Optional.of(new Answer.Unknown(
                        FailureKind.RETRY_LATER,
                        CUT_OFF + target + " may not show it yet; wait for an import after " + sought.shown() + REMEDY,
                        Optional.of(sought.shown())))
                : Optional.empty();
    }

    private static boolean isAnothers(AccountRef account, Subject subject, String target, Lookup lookup) {
        boolean rejected = subject.at(target).rejected().contains(account.id());
        return (rejected && !isChosen(account, subject, target))
                || lookup.owner(account)
                        .filter(owner -> !owner.ref().equals(subject.ref()))
                        .isPresent();
    }

    private static boolean isChosen(AccountRef account, Subject subject, String target) {
        return chosen(subject, target).filter(account::equals).isPresent();
    }
}
