package dev.tenure.simulators.okta;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The users of an organisation and the rules by which they change. Every method holds the lock. */
final class Organisation {

    private static final Set<String> FILTERABLE = Set.of(
            "status", "lastUpdated", "id", "profile.login", "profile.email", "profile.firstName", "profile.lastName");

    /** Settings that a test may change while the simulator runs. */
    static final class Settings {
        Duration searchLag = Duration.ZERO;
        Duration transitionDelay = Duration.ZERO;
        boolean editDeactivated;
        boolean passwordless;
    }

    final Settings settings = new Settings();
    final UserTypes types = new UserTypes();
    private final InstantSource clock;
    private final Ids ids;
    private final UserIndex index = new UserIndex();

    /** What changed so lately that the search may not see it yet, oldest first. */
    private final Deque<User> recent = new ArrayDeque<>();

    Organisation(InstantSource clock, Ids ids) {
        this.clock = clock;
        this.ids = ids;
    }

    synchronized int size() {
        return index.size();
    }

    synchronized User create(Map<String, @Nullable Object> sent, String typeId, boolean activate) {
        Map<String, @Nullable Object> profile = withoutBlanks(sent);
        UserTypes.Type type = types.get(typeId);
        type.rules().check(profile, Map.of(), true);
        String login = String.valueOf(profile.get("login"));
        if (index.isTaken(login, null)) {
            throw taken();
        }
        requireUnique(type.rules(), profile, null);
        Instant now = clock.instant();
        Map<String, Object> values = new LinkedHashMap<>();
        profile.forEach((name, value) -> {
            if (value != null) {
                values.put(name, value);
            }
        });
        User user = new User(ids.next("00u"), type.id(), now, values, UserStatus.STAGED);
        index.add(user);
        if (!settings.searchLag.isZero()) {
            recent.add(user);
        }
        if (activate) {
            begin(user, opened(), now);
        }
        return user;
    }

    synchronized User byIdOrLogin(String key) {
        User user = index.byId(key).or(() -> index.byLogin(key)).orElseThrow(() -> Refusal.notFound(key, "User"));
        settle(user);
        return user;
    }

    synchronized User update(User user, Map<String, @Nullable Object> sent, boolean replace) {
        settle(user);
        if (user.status == UserStatus.DEPROVISIONED && !settings.editDeactivated) {
            throw Refusal.notFound(user.id, "User");
        }
        refuseWhileChanging(user);
        if (user.sourcedElsewhere) {
            throw Refusal.of(403, "E0000023", "Operation failed because user profile is mastered under another system");
        }
        Map<String, @Nullable Object> change = withoutBlanks(sent);
        if (replace) {
            user.profile.keySet().stream()
                    .filter(name -> !change.containsKey(name))
                    .toList()
                    .forEach(name -> change.put(name, null));
        }
        types.get(user.typeId).rules().check(change, user.profile, false);
        Object login = change.get("login");
        if (login != null && index.isTaken(login.toString(), user)) {
            throw taken();
        }
        requireUnique(types.get(user.typeId).rules(), change, user);
        remember(user);
        index.remove(user);
        change.forEach((name, value) -> {
            if (value == null) {
                user.profile.remove(name);
            } else {
                user.profile.put(name, value);
            }
        });
        user.lastUpdated = clock.instant();
        index.add(user);
        return user;
    }

    synchronized void activate(User user) {
        settle(user);
        refuseWhileChanging(user);
        if (user.status == UserStatus.SUSPENDED) {
            throw Refusal.wrongState();
        }
        if (user.status != UserStatus.STAGED && user.status != UserStatus.DEPROVISIONED) {
            throw Refusal.of(403, "E0000016", "Activation failed because the user is already active");
        }
        remember(user);
        begin(user, opened(), clock.instant());
    }

    synchronized void deactivate(User user) {
        settle(user);
        if (user.status == UserStatus.DEPROVISIONED) {
            throw Refusal.notFound(user.id, "User");
        }
        refuseWhileChanging(user);
        remember(user);
        begin(user, UserStatus.DEPROVISIONED, clock.instant());
    }

    /** A change without delay: only from one of these statuses. */
    synchronized void change(User user, Set<UserStatus> from, UserStatus to) {
        settle(user);
        refuseWhileChanging(user);
        if (!from.contains(user.status)) {
            throw Refusal.wrongState();
        }
        remember(user);
        user.become(to, clock.instant());
    }

    /** For tests: whatever the status was. */
    synchronized void put(User user, UserStatus status) {
        remember(user);
        user.become(status, clock.instant());
    }

    synchronized void delete(User user) {
        settle(user);
        if (user.status != UserStatus.DEPROVISIONED) {
            deactivate(user);
        } else {
            index.remove(user);
            recent.remove(user);
        }
    }

    synchronized List<User> filter(@Nullable String filter, String after, int limit) {
        Filter wanted = filter == null ? null : Filter.ofFilter(filter, FILTERABLE);
        List<User> page = new ArrayList<>();
        for (User user : ordered(wanted, after)) {
            settle(user);
            boolean fits = wanted == null ? user.status != UserStatus.DEPROVISIONED : wanted.fits(user::property);
            if (fits) {
                page.add(user);
                if (page.size() == limit) {
                    break;
                }
            }
        }
        return page;
    }

    synchronized List<User> search(String search, String after, int limit) {
        Filter wanted = Filter.ofSearch(search);
        forgetOld();
        List<User> page = new ArrayList<>();
        for (User user : ordered(wanted, after)) {
            settle(user);
            User.Snapshot seen = seen(user);
            if (seen != null && wanted.fits(name -> user.property(name, seen))) {
                page.add(user);
                if (page.size() == limit) {
                    break;
                }
            }
        }
        return page;
    }

    synchronized List<User> startsWith(String text, int limit) {
        Filter wanted = new Filter.Any(List.of("profile.firstName", "profile.lastName", "profile.email").stream()
                .<Filter>map(name -> new Filter.Compare(name, "sw", text, true))
                .toList());
        List<User> found = new ArrayList<>();
        for (User user : index.all()) {
            settle(user);
            if (found.size() < limit && user.status != UserStatus.DEPROVISIONED && wanted.fits(user::property)) {
                found.add(user);
            }
        }
        return found;
    }

    synchronized List<User> all() {
        List<User> all = new ArrayList<>();
        index.all().forEach(user -> {
            settle(user);
            all.add(user);
        });
        return all;
    }

    synchronized Optional<User> find(String key) {
        return index.byId(key).or(() -> index.byLogin(key)).map(user -> {
            settle(user);
            return user;
        });
    }

    private UserStatus opened() {
        return settings.passwordless ? UserStatus.ACTIVE : UserStatus.PROVISIONED;
    }

    private void begin(User user, UserStatus target, Instant now) {
        if (settings.transitionDelay.isZero()) {
            user.become(target, now);
        } else {
            user.transitioningTo = target;
            user.transitionEnds = now.plus(settings.transitionDelay);
        }
    }

    private void settle(User user) {
        if (user.transitioningTo != null && !clock.instant().isBefore(user.transitionEnds)) {
            user.become(user.transitioningTo, user.transitionEnds);
        }
    }

    private static void refuseWhileChanging(User user) {
        if (user.transitioningTo != null) {
            throw Refusal.of(409, "E0000112", "Unable to update the user while the status is changing.");
        }
    }

    private static Refusal taken() {
        return taken("login");
    }

    private static Refusal taken(String attribute) {
        return Refusal.invalid(
                attribute,
                List.of(attribute + ": An object with this field already exists in the current organization"));
    }

    /** Custom attributes may be unique, too: compared without case, and with everybody. */
    private void requireUnique(ProfileRules rules, Map<String, @Nullable Object> change, @Nullable User by) {
        rules.custom().values().stream().filter(CustomAttribute::unique).forEach(attribute -> {
            Object wanted = change.get(attribute.name());
            if (wanted == null) {
                return;
            }
            for (User user : index.all()) {
                Object has = user.profile.get(attribute.name());
                if (user != by && has != null && has.toString().equalsIgnoreCase(wanted.toString())) {
                    throw taken(attribute.name());
                }
            }
        });
    }

    /** What fits at all comes first from the index, and with it what the search may still see otherwise. */
    private Iterable<User> ordered(@Nullable Filter wanted, String after) {
        Optional<Set<User>> candidates = wanted == null ? Optional.empty() : index.candidates(wanted);
        if (candidates.isEmpty()) {
            return index.after(after);
        }
        List<User> few = new ArrayList<>(candidates.get());
        for (User user : recent) {
            if (!candidates.get().contains(user)) {
                few.add(user);
            }
        }
        few.removeIf(user -> user.id.compareTo(after) <= 0);
        few.sort(Comparator.comparing(user -> user.id));
        return few;
    }

    private User.@Nullable Snapshot seen(User user) {
        boolean lags = clock.instant().isBefore(user.lastUpdated.plus(settings.searchLag));
        return lags ? user.searchable : user.snapshot();
    }

    /** Keeps what the search sees until the lag is over. */
    private void remember(User user) {
        forgetOld();
        if (!settings.searchLag.isZero()) {
            user.searchable = seen(user);
            recent.remove(user);
            recent.add(user);
        }
    }

    private void forgetOld() {
        Instant horizon = clock.instant().minus(settings.searchLag);
        while (!recent.isEmpty() && !recent.peekFirst().lastUpdated.isAfter(horizon)) {
            recent.removeFirst();
        }
    }

    private static Map<String, @Nullable Object> withoutBlanks(Map<String, @Nullable Object> sent) {
        Map<String, @Nullable Object> values = new LinkedHashMap<>(sent);
        values.replaceAll((name, value) -> value instanceof String text && text.isEmpty() ? null : value);
        return values;
    }
}
