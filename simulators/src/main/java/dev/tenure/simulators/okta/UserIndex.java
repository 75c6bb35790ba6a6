package dev.tenure.simulators.okta;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The users by id, by login as Okta compares it, and by what callers look for most. Guarded by its organisation's lock. */
final class UserIndex {

    private static final List<String> BY_VALUE = List.of("login", "email", "employeeNumber");

    private final TreeMap<String, User> byId = new TreeMap<>();
    private final Map<String, User> byLogin = new HashMap<>();
    private final Map<String, Map<String, Set<User>>> byValue = new HashMap<>();

    UserIndex() {
        BY_VALUE.forEach(name -> byValue.put(name, new HashMap<>()));
    }

    /** Two logins that differ only in case or diacritics are one. */
    static String comparable(String login) {
        return Normalizer.normalize(login, Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .toLowerCase(Locale.ROOT);
    }

    Optional<User> byId(String id) {
        return Optional.ofNullable(byId.get(id));
    }

    Optional<User> byLogin(String login) {
        return Optional.ofNullable(byLogin.get(comparable(login)));
    }

    boolean isTaken(String login, @Nullable User by) {
        User owner = byLogin.get(comparable(login));
        return owner != null && owner != by;
    }

    void add(User user) {
        byId.put(user.id, user);
        byLogin.put(comparable(user.login()), user);
        for (String name : BY_VALUE) {
            Set<User> users = users(name, user.profile.get(name));
            if (users != null) {
                users.add(user);
            }
        }
    }

    void remove(User user) {
        byId.remove(user.id);
        byLogin.remove(comparable(user.login()));
        for (String name : BY_VALUE) {
            Set<User> users = users(name, user.profile.get(name));
            if (users != null) {
                users.remove(user);
            }
        }
    }

    Iterable<User> after(String id) {
        return byId.tailMap(id, false).values();
    }

    Iterable<User> all() {
        return byId.values();
    }

    int size() {
        return byId.size();
    }

    /** Gives all users that can fit, or nothing if only looking at every one tells. */
    Optional<Set<User>> candidates(Filter filter) {
        if (filter instanceof Filter.Compare compare && compare.operator().equals("eq")) {
            return candidates(compare);
        }
        if (filter instanceof Filter.All all) {
            return all.parts().stream()
                    .map(this::candidates)
                    .flatMap(Optional::stream)
                    .findFirst();
        }
        if (filter instanceof Filter.Any any) {
            Set<User> union = new LinkedHashSet<>();
            for (Filter part : any.parts()) {
                Optional<Set<User>> some = candidates(part);
                if (some.isEmpty()) {
                    return Optional.empty();
                }
                union.addAll(some.get());
            }
            return Optional.of(union);
        }
        return Optional.empty();
    }

    private Optional<Set<User>> candidates(Filter.Compare compare) {
        if (compare.property().equals("id")) {
            return Optional.of(byId(compare.value()).map(Set::of).orElse(Set.of()));
        }
        if (!compare.property().startsWith("profile.")) {
            return Optional.empty();
        }
        Map<String, Set<User>> values = byValue.get(compare.property().substring("profile.".length()));
        return values == null
                ? Optional.empty()
                : Optional.of(values.getOrDefault(compare.value().toLowerCase(Locale.ROOT), Set.of()));
    }

    private @Nullable Set<User> users(String name, @Nullable Object value) {
        Map<String, Set<User>> values = byValue.get(name);
        return value == null || values == null
                ? null
                : values.computeIfAbsent(value.toString().toLowerCase(Locale.ROOT), key -> new HashSet<>());
    }
}
