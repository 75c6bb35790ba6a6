package dev.tenure.scim;

import dev.tenure.lifecycle.account.Account;
import dev.tenure.lifecycle.account.AccountKey;
import dev.tenure.lifecycle.attribute.AttributeValue;
import dev.tenure.scim.internal.call.Answer;
import dev.tenure.scim.internal.call.Kind;
import dev.tenure.scim.internal.call.Paging;
import dev.tenure.scim.internal.call.Query;
import dev.tenure.scim.internal.call.ScimApi;
import dev.tenure.scim.internal.translate.Accounts;
import dev.tenure.scim.internal.wire.Json;
import dev.tenure.scim.internal.wire.Resource;
import dev.tenure.scim.internal.wire.ScimPath;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.StringJoiner;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Finds users by key. That a filter finds nobody is no proof that nobody is there: some services find nothing by an
 * attribute that they cannot filter by, some refuse, some forget the filter. So the first time that nobody is found by an
 * attribute, somebody who is there is looked for in the same way; if that fails, all users are listed and compared, then and
 * ever after. Safe for use by several threads.
 */
final class UserSearch {

    private static final int FAULT_OF_THE_FILTER = 500;

    private final ScimApi api;
    private final Service service;
    private final Options options;
    private final Accounts accounts;
    private final Set<Set<String>> proven = ConcurrentHashMap.newKeySet();
    private final Set<Set<String>> useless = ConcurrentHashMap.newKeySet();
    private final Set<Set<String>> heldByNobody = ConcurrentHashMap.newKeySet();

    UserSearch(ScimApi api, Service service, Options options, Accounts accounts) {
        this.api = api;
        this.service = service;
        this.options = options;
        this.accounts = accounts;
    }

    /** What a filter found; empty if the service cannot filter like this. */
    private record Found(Optional<List<Account>> accounts) {

        static final Found CANNOT = new Found(Optional.empty());
    }

    List<Account> find(Collection<AccountKey> keys) {
        Map<String, Account> found = new LinkedHashMap<>();
        List<AccountKey> left = new ArrayList<>();
        boolean filters = service.filters();
        for (AccountKey key : keys) {
            Found answer = filters ? byFilter(key) : Found.CANNOT;
            if (answer.accounts().isEmpty()) {
                left.add(key);
            } else {
                answer.accounts()
                        .get()
                        .forEach(account -> found.putIfAbsent(account.ref().id(), account));
            }
        }
        if (!left.isEmpty()) {
            byListing(left).forEach(account -> found.putIfAbsent(account.ref().id(), account));
        }
        return List.copyOf(found.values());
    }

    /** Hears that a user was written, and may have now what nobody had. */
    void written() {
        heldByNobody.clear();
    }

    /** Says whether users can be found by an attribute in a filter, as far as that can be tried. */
    boolean canFilterBy(String attribute) {
        return service.filters() && proof(Set.of(attribute)) != Proof.FAILED;
    }

    private Found byFilter(AccountKey key) {
        Set<String> attributes = key.values().keySet();
        if (useless.contains(attributes)) {
            return Found.CANNOT;
        }
        Found answer = ask(key.values());
        if (answer.accounts().filter(List::isEmpty).isPresent()) {
            Map<String, String> lower = lowerCase(key.values());
            answer = lower.equals(key.values()) ? answer : ask(lower);
        }
        if (answer.accounts().isEmpty()) {
            return answer;
        }
        if (!answer.accounts().get().isEmpty()) {
            proven.add(attributes);
            return answer;
        }
        if (key.values().values().stream().anyMatch(UserSearch::isEscaped)) {
            return Found.CANNOT;
        }
        return proof(attributes) == Proof.FAILED ? Found.CANNOT : answer;
    }

    private enum Proof {
        GIVEN,
        NOBODY_HAS_IT,
        FAILED
    }

    /** Looks for somebody who is there. */
    private Proof proof(Set<String> attributes) {
        if (proven.contains(attributes)) {
            return Proof.GIVEN;
        }
        if (useless.contains(attributes)) {
            return Proof.FAILED;
        }
        if (heldByNobody.contains(attributes)) {
            return Proof.NOBODY_HAS_IT;
        }
        Paging pages = api.list(Query.all(Kind.USERS, options.pageSize()), service.byCursor());
        for (Optional<List<Resource>> page = pages.next(); page.isPresent(); page = pages.next()) {
            for (Resource user : page.get()) {
                Optional<Map<String, String>> sample = sample(user, attributes);
                if (sample.isPresent()) {
                    Found answer = ask(sample.get());
                    boolean works = answer.accounts().stream()
                            .flatMap(List::stream)
                            .anyMatch(account -> account.ref().id().equals(user.id()));
                    (works ? proven : useless).add(Set.copyOf(attributes));
                    return works ? Proof.GIVEN : Proof.FAILED;
                }
            }
        }
        heldByNobody.add(Set.copyOf(attributes));
        return Proof.NOBODY_HAS_IT;
    }

    private static Optional<Map<String, String>> sample(Resource user, Set<String> attributes) {
        Map<String, String> values = new LinkedHashMap<>();
        for (String attribute : attributes) {
            ScimPath.parse(attribute)
                    .flatMap(path -> Json.text(path.read(user.content())))
                    .ifPresent(value -> values.put(attribute, value));
        }
        return values.size() == attributes.size() ? Optional.of(values) : Optional.empty();
    }

    /** Asks; whom the service sends and does not fit was not filtered. */
    private Found ask(Map<String, String> values) {
        Optional<String> filter = filter(values);
        if (filter.isEmpty()) {
            return Found.CANNOT;
        }
        Map<String, ScimPath> known = paths(values.keySet());
        List<Account> found = new ArrayList<>();
        Paging pages = api.list(Query.all(Kind.USERS, options.pageSize()).where(filter.get()), service.byCursor());
        Answer<List<Resource>> first = pages.first();
        if (isRefused(first)) {
            return Found.CANNOT;
        }
        for (Optional<List<Resource>> page = first.orThrow(); page.isPresent(); page = pages.next()) {
            for (Resource user : page.get()) {
                Account account = accounts.of(user, known);
                if (!fits(account, values)) {
                    useless.add(Set.copyOf(values.keySet()));
                    return Found.CANNOT;
                }
                found.add(account);
            }
        }
        return new Found(Optional.of(found));
    }

    private static boolean isRefused(Answer<?> answer) {
        return answer.status() == 400
                || answer.status() == 403
                || answer.isNotOffered()
                || answer.status() == FAULT_OF_THE_FILTER;
    }

    private List<Account> byListing(List<AccountKey> keys) {
        Set<String> attributes = new LinkedHashSet<>();
        keys.forEach(key -> attributes.addAll(key.values().keySet()));
        Map<String, ScimPath> known = paths(attributes);
        List<Account> found = new ArrayList<>();
        Paging pages = api.list(Query.all(Kind.USERS, options.pageSize()), service.byCursor());
        for (Optional<List<Resource>> page = pages.next(); page.isPresent(); page = pages.next()) {
            for (Resource user : page.get()) {
                Account account = accounts.of(user, known);
                if (keys.stream().anyMatch(key -> fits(account, key.values()))) {
                    found.add(account);
                }
            }
        }
        return found;
    }

    private Map<String, ScimPath> paths(Set<String> attributes) {
        Map<String, ScimPath> paths = new LinkedHashMap<>(service.known());
        attributes.forEach(name -> ScimPath.parse(name).ifPresent(path -> paths.put(name, path)));
        return paths;
    }

    private static boolean fits(Account account, Map<String, String> values) {
        return values.entrySet().stream()
                .allMatch(entry -> account.attributes()
                        .text(entry.getKey())
                        .map(text -> lower(text)
                                .equals(lower(AttributeValue.normalised(entry.getValue())
                                        .asText())))
                        .orElse(false));
    }

    /** Values stand in a filter as JSON has them, so that nothing in them can end the filter. */
    private static Optional<String> filter(Map<String, String> values) {
        StringJoiner all = new StringJoiner(" and ");
        for (Map.Entry<String, String> entry : values.entrySet()) {
            Optional<ScimPath> path = ScimPath.parse(entry.getKey());
            if (path.isEmpty()) {
                return Optional.empty();
            }
            String value = Json.quoted(entry.getValue());
            ScimPath place = path.get();
            all.add(
                    place.selector().isEmpty()
                            ? place + " eq " + value
                            : place.whole() + "[" + place.selector().get() + " and "
                                    + place.sub().orElse("value") + " eq " + value + "]");
        }
        return Optional.of(all.toString());
    }

    /** Some services compare such a value as it is escaped, and find nobody. */
    private static boolean isEscaped(String value) {
        return !Json.quoted(value).equals('"' + value + '"');
    }

    /** A login is the same whatever its case, but some filters mind it. Of other attributes case may count. */
    private static Map<String, String> lowerCase(Map<String, String> values) {
        Map<String, String> lower = new LinkedHashMap<>(values);
        lower.computeIfPresent(ScimAttributes.USER_NAME, (name, value) -> lower(value));
        return lower;
    }

    private static String lower(String text) {
        return text.toLowerCase(Locale.ROOT);
    }
}
