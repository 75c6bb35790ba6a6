package dev.tenure.successfactors.internal.read;

import dev.tenure.successfactors.internal.call.ODataClient;
import dev.tenure.successfactors.internal.call.Operation;
import dev.tenure.successfactors.internal.call.Pager;
import dev.tenure.successfactors.internal.wire.Row;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import okhttp3.HttpUrl;

/**
 * Finds who changed (rule T6). Ids are collected first and read whole afterwards: a filter on the time of change of an
 * effective-dated entity looks at all its records and gives another one.
 */
final class Changes {

    private static final String PERSON = "personIdExternal";
    private static final String USER = "userId";

    private final ODataClient client;
    private final Queries queries;

    Changes(ODataClient client, Queries queries) {
        this.client = client;
        this.queries = queries;
    }

    Set<String> between(Instant since, Instant now) {
        Set<String> people = new LinkedHashSet<>();
        for (Entity entity : List.of(Entity.PER_PERSON, Entity.PER_EMAIL, Entity.PER_PHONE, Entity.EMP_EMPLOYMENT)) {
            collect(queries.modified(entity, PERSON, since), PERSON, people);
        }
        collect(queries.modifiedOrDue(Entity.PER_PERSONAL, PERSON, since, now), PERSON, people);
        Set<String> users = new LinkedHashSet<>();
        collect(queries.modifiedOrDue(Entity.EMP_JOB, USER, since, now), USER, users);
        collect(queries.modified(Entity.USER, USER, since), USER, users);
        addPersons(users, people);
        return people;
    }

    /** Who may end within a window: job records that begin or end in it, and termination dates (rule A2). */
    Set<String> endings(Instant from, Instant to) {
        Set<String> people = new LinkedHashSet<>();
        collect(queries.due(Entity.EMP_EMPLOYMENT, PERSON, List.of("endDate"), from, to), PERSON, people);
        Set<String> users = new LinkedHashSet<>();
        collect(queries.due(Entity.EMP_JOB, USER, List.of("startDate", "endDate"), from, to), USER, users);
        addPersons(users, people);
        return people;
    }

    private void addPersons(Set<String> users, Set<String> people) {
        for (List<String> part : Queries.parts(users, Integer.MAX_VALUE)) {
            collect(queries.personsOf(part), PERSON, people);
        }
    }

    private void collect(HttpUrl first, String key, Set<String> into) {
        Pager pager = new Pager(client, Operation.CHANGES, first);
        for (Optional<List<Row>> page = pager.next(); page.isPresent(); page = pager.next()) {
            for (Row row : page.get()) {
                String id = row.text(key);
                if (id != null) {
                    into.add(id);
                }
            }
        }
    }
}
