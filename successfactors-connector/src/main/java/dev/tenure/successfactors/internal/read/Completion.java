package dev.tenure.successfactors.internal.read;

import dev.tenure.successfactors.internal.call.ODataClient;
import dev.tenure.successfactors.internal.call.Operation;
import dev.tenure.successfactors.internal.call.Pager;
import dev.tenure.successfactors.internal.wire.Row;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;

/**
 * Reads what the query for people does not give: job records over all dates (rule T1), and the names of those who have none
 * today, since a pre-hire's begins with the employment. Some questions for a whole page, not one per person.
 */
final class Completion {

    private final ODataClient client;
    private final Queries queries;

    Completion(ODataClient client, Queries queries) {
        this.client = client;
        this.queries = queries;
    }

    Map<String, List<Row>> jobs(List<Row> people) {
        Set<String> users = new LinkedHashSet<>();
        for (Row person : people) {
            for (Row employment : person.many("employmentNav").orElse(List.of())) {
                String user = employment.text("userId");
                if (user != null) {
                    users.add(user);
                }
            }
        }
        Map<String, List<Row>> jobs = new HashMap<>();
        for (List<String> part : Queries.parts(users, Integer.MAX_VALUE)) {
            collect(Operation.JOBS, queries.jobs(part), "userId", jobs);
        }
        return jobs;
    }

    List<Row> withNames(List<Row> people) {
        Set<String> nameless = new LinkedHashSet<>();
        for (Row person : people) {
            String id = person.text("personIdExternal");
            boolean employed =
                    person.many("employmentNav").filter(list -> !list.isEmpty()).isPresent();
            if (id != null
                    && employed
                    && person.many("personalInfoNav").filter(List::isEmpty).isPresent()) {
                nameless.add(id);
            }
        }
        if (nameless.isEmpty()) {
            return people;
        }
        Map<String, List<Row>> names = new HashMap<>();
        for (List<String> part : Queries.parts(nameless, Integer.MAX_VALUE)) {
            collect(Operation.PEOPLE, queries.names(part), "personIdExternal", names);
        }
        return people.stream()
                .map(person -> with(person, names.get(String.valueOf(person.text("personIdExternal")))))
                .toList();
    }

    private static Row with(Row person, @Nullable List<Row> names) {
        if (names == null) {
            return person;
        }
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        person.names().forEach(name -> values.put(name, person.value(name)));
        values.put("personalInfoNav", names.stream().map(Row::asMap).toList());
        return new Row(values);
    }

    private void collect(Operation operation, HttpUrl first, String key, Map<String, List<Row>> into) {
        Pager pager = new Pager(client, operation, first);
        for (Optional<List<Row>> page = pager.next(); page.isPresent(); page = pager.next()) {
            for (Row row : page.get()) {
                String of = row.text(key);
                if (of != null) {
                    into.computeIfAbsent(of, any -> new ArrayList<>()).add(row);
                }
            }
        }
    }
}
