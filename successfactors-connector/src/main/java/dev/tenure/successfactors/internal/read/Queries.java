package dev.tenure.successfactors.internal.read;

import dev.tenure.successfactors.internal.call.ODataClient;
import dev.tenure.successfactors.internal.wire.ODataDates;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import okhttp3.HttpUrl;

/** Writes the queries. */
final class Queries {

    /** How many ids stand in one filter, so that the address stays within what servers take. */
    private static final int MOST_IDS = 200;

    private static final int LONGEST_FILTER = 3_000;

    private static final List<String> OBJECTS =
            List.of("emplStatusNav", "departmentNav", "businessUnitNav", "locationNav", "managerUserNav");

    private final ODataClient client;
    private final Fields fields;
    private final int pageSize;

    Queries(ODataClient client, Fields fields, int pageSize) {
        this.client = client;
        this.fields = fields;
        this.pageSize = pageSize;
    }

    HttpUrl everyone(boolean withTypes) {
        Map<String, String> options = people(withTypes);
        options.put("paging", "snapshot");
        options.put("customPageSize", Integer.toString(pageSize));
        return client.address("PerPerson", options);
    }

    HttpUrl people(Collection<String> ids, boolean withTypes) {
        Map<String, String> options = people(withTypes);
        options.put("$filter", in("personIdExternal", ids));
        options.put("paging", "snapshot");
        return client.address("PerPerson", options);
    }

    /** What is expanded from a person is that of today, which is right for all but the job and a pre-hire's name. */
    private Map<String, String> people(boolean withTypes) {
        List<String> select = new ArrayList<>(fields.select(Entity.PER_PERSON, ""));
        select.addAll(fields.select(Entity.PER_PERSONAL, "personalInfoNav/"));
        select.addAll(fields.select(Entity.EMP_EMPLOYMENT, "employmentNav/"));
        select.addAll(fields.select(Entity.USER, "employmentNav/userNav/"));
        select.addAll(fields.select(Entity.PER_EMAIL, "emailNav/"));
        select.addAll(fields.select(Entity.PER_PHONE, "phoneNav/"));
        List<String> expand = new ArrayList<>(
                List.of("personalInfoNav", "employmentNav", "employmentNav/userNav", "emailNav", "phoneNav"));
        if (withTypes && fields.has(Entity.PER_EMAIL, "emailTypeNav")) {
            expand.add("emailNav/emailTypeNav");
            select.add("emailNav/emailTypeNav/externalCode");
        }
        if (withTypes && fields.has(Entity.PER_PHONE, "phoneTypeNav")) {
            expand.add("phoneNav/phoneTypeNav");
            select.add("phoneNav/phoneTypeNav/externalCode");
        }
        Map<String, String> options = new LinkedHashMap<>();
        options.put("$select", String.join(",", select));
        options.put("$expand", String.join(",", expand));
        return options;
    }

    HttpUrl jobs(Collection<String> users) {
        List<String> expand = fields.navigations(Entity.EMP_JOB, OBJECTS);
        List<String> select = new ArrayList<>(fields.select(Entity.EMP_JOB, ""));
        for (String navigation : expand) {
            switch (navigation) {
                case "emplStatusNav" -> select.add("emplStatusNav/externalCode");
                case "managerUserNav" -> select.add("managerUserNav/username");
                default -> select.add(navigation + "/name");
            }
        }
        Map<String, String> options = allDates();
        options.put("$select", String.join(",", select));
        if (!expand.isEmpty()) {
            options.put("$expand", String.join(",", expand));
        }
        options.put("$filter", in("userId", users));
        options.put("paging", "snapshot");
        return client.address("EmpJob", options);
    }

    HttpUrl names(Collection<String> ids) {
        Map<String, String> options = allDates();
        options.put("$select", String.join(",", fields.select(Entity.PER_PERSONAL, "")));
        options.put("$filter", in("personIdExternal", ids));
        options.put("paging", "snapshot");
        return client.address("PerPersonal", options);
    }

    HttpUrl personsOf(Collection<String> users) {
        Map<String, String> options = new LinkedHashMap<>();
        options.put("$select", "personIdExternal,userId");
        options.put("$filter", in("userId", users));
        options.put("paging", "snapshot");
        return client.address("EmpEmployment", options);
    }

    HttpUrl modified(Entity entity, String key, Instant since) {
        String filter = "lastModifiedDateTime ge " + ODataDates.literal(since);
        if (entity == Entity.USER) {
            // Without a status, only active users come.
            filter = "status in 't','f','T','F','e','d' and " + filter;
        }
        return ids(entity, key, new LinkedHashMap<>(), filter);
    }

    /** Over all dates, since a filter looks at all records and the answer would show today's alone. */
    HttpUrl modifiedOrDue(Entity entity, String key, Instant since, Instant now) {
        String due = due(List.of("startDate", "endDate"), since, now);
        return ids(entity, key, allDates(), "lastModifiedDateTime ge " + ODataDates.literal(since) + " or " + due);
    }

    HttpUrl due(Entity entity, String key, List<String> dates, Instant from, Instant to) {
        Map<String, String> options = entity == Entity.EMP_JOB ? allDates() : new LinkedHashMap<>();
        return ids(entity, key, options, due(dates, from, to));
    }

    /** Days are those of zones from one end of the world to the other, so the window is a day wider on each side. */
    private static String due(List<String> dates, Instant from, Instant to) {
        LocalDate first = from.atOffset(ZoneOffset.UTC).toLocalDate().minusDays(2);
        LocalDate last = to.atOffset(ZoneOffset.UTC).toLocalDate().plusDays(1);
        return dates.stream()
                .map(date -> "(" + date + " ge " + ODataDates.literal(first) + " and " + date + " le "
                        + ODataDates.literal(last) + ")")
                .collect(Collectors.joining(" or "));
    }

    private HttpUrl ids(Entity entity, String key, Map<String, String> options, String filter) {
        options.put("$select", key);
        options.put("$filter", filter);
        options.put("paging", "snapshot");
        return client.address(entity.entityName(), options);
    }

    private static Map<String, String> allDates() {
        Map<String, String> options = new LinkedHashMap<>();
        options.put("fromDate", "1900-01-01");
        options.put("toDate", "9999-12-31");
        return options;
    }

    /** SuccessFactors writes lists without parentheses. */
    private static String in(String property, Collection<String> values) {
        return property + " in " + values.stream().map(ODataDates::literal).collect(Collectors.joining(","));
    }

    /** Cuts ids into parts that fit into one filter each. */
    static List<List<String>> parts(Collection<String> ids, int most) {
        List<List<String>> parts = new ArrayList<>();
        List<String> part = new ArrayList<>();
        int length = 0;
        for (String id : ids) {
            int more = id.length() + 5;
            if (!part.isEmpty() && (part.size() >= Math.min(most, MOST_IDS) || length + more > LONGEST_FILTER)) {
                parts.add(part);
                part = new ArrayList<>();
                length = 0;
            }
            part.add(id);
            length += more;
        }
        if (!part.isEmpty()) {
            parts.add(part);
        }
        return parts;
    }
}
