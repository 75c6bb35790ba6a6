package dev.tenure.successfactors;

import dev.tenure.http.HttpChannel;
import dev.tenure.lifecycle.decision.Decision;
import dev.tenure.lifecycle.internal.decide.Decider;
import dev.tenure.lifecycle.policy.LifecyclePolicy;
import dev.tenure.lifecycle.worker.BaseAttributes;
import dev.tenure.lifecycle.worker.Employment;
import dev.tenure.successfactors.internal.call.ODataClient;
import dev.tenure.successfactors.internal.call.SignIn;
import dev.tenure.successfactors.internal.translate.Assignment;
import dev.tenure.successfactors.internal.translate.Picklists;
import dev.tenure.successfactors.internal.translate.Translated;
import dev.tenure.successfactors.internal.translate.Translator;
import dev.tenure.successfactors.internal.wire.Answer;
import dev.tenure.successfactors.internal.wire.Json;
import dev.tenure.successfactors.internal.wire.Row;
import dev.tenure.successfactors.internal.wire.UnreadableAnswerException;
import dev.tenure.successfactors.options.InactiveSince;
import dev.tenure.successfactors.options.PreHireFrom;
import dev.tenure.successfactors.options.SuccessFactorsPolicy;
import dev.tenure.successfactors.options.SuccessFactorsPolicyBuilder;
import java.io.IOException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import okhttp3.HttpUrl;
import okio.Buffer;
import org.jspecify.annotations.Nullable;

/** Plays a vector of kind {@code read}: the wire, the translation, and the engine's own decision. */
final class ReadVector {

    private static final Set<String> COMMENTS = Set.of("why", "note");

    private final List<String> differences = new ArrayList<>();
    private final LifecyclePolicy policy;
    private final Instant now;

    private ReadVector(LifecyclePolicy policy, Instant now) {
        this.policy = policy;
        this.now = now;
    }

    static List<String> differences(Map<String, @Nullable Object> input, Map<String, @Nullable Object> expected)
            throws IOException, UnreadableAnswerException {
        SuccessFactorsPolicy settings = policy(input);
        Instant now = Instant.parse(String.valueOf(input.get("now")));
        boolean recommended = "RECOMMENDED"
                .equals(SuccessFactorsVectorsTest.object(input.get("settings")).get("preset"));
        LifecyclePolicy engine =
                settings.applyTo(recommended ? LifecyclePolicy.recommended() : LifecyclePolicy.oktaParity());
        ReadVector vector = new ReadVector(engine, now);
        vector.compare(read(input, settings, now), expected);
        return vector.differences;
    }

    private static List<Translated> read(
            Map<String, @Nullable Object> input, SuccessFactorsPolicy settings, Instant now)
            throws IOException, UnreadableAnswerException {
        Map<String, List<Row>> jobs = new HashMap<>();
        for (Row job : rows(input.get("empJob"))) {
            jobs.computeIfAbsent(String.valueOf(job.text("userId")), any -> new ArrayList<>())
                    .add(job);
        }
        Translator translator = new Translator(settings, picklists(input));
        Set<String> seen = new HashSet<>();
        List<Translated> all = new ArrayList<>();
        for (Row person : rows(input.get("perPerson"))) {
            if (seen.add(String.valueOf(person.text("personIdExternal")))) {
                all.add(translator.translate(person, user -> jobs.getOrDefault(user, List.of()), now));
            }
        }
        return all;
    }

    /** The pages as bytes, so that they pass the reader of the wire. */
    private static List<Row> rows(@Nullable Object pages) throws IOException, UnreadableAnswerException {
        List<Row> rows = new ArrayList<>();
        if (pages instanceof List<?> list) {
            for (Object page : list) {
                rows.addAll(Answer.of(Json.read(new Buffer().write(Json.write(page))))
                        .rows());
            }
        }
        return rows;
    }

    static SuccessFactorsPolicy policy(Map<String, @Nullable Object> input) {
        Map<String, @Nullable Object> settings = SuccessFactorsVectorsTest.object(input.get("settings"));
        SuccessFactorsPolicy preset = "RECOMMENDED".equals(settings.get("preset"))
                ? SuccessFactorsPolicy.recommended()
                : SuccessFactorsPolicy.oktaParity();
        return preset.with(builder -> {
            settings.forEach((name, value) -> set(builder, name, String.valueOf(value), value));
            return builder;
        });
    }

    private static void set(SuccessFactorsPolicyBuilder policy, String name, String text, @Nullable Object value) {
        switch (name) {
            case "preset" -> {}
            case "preStartDays" -> policy.preStartDays(Integer.parseInt(text));
            case "postTerminationDays" -> policy.postTerminationDays(Integer.parseInt(text));
            case "activeStatuses" ->
                policy.activeStatuses(((List<?>) Objects.requireNonNull(value))
                        .stream().map(String::valueOf).toList());
            case "importContingent" -> policy.importContingent(Boolean.parseBoolean(text));
            case "preHireFrom" -> policy.preHireFrom(PreHireFrom.valueOf(text));
            case "inactiveSince" -> policy.inactiveSince(InactiveSince.valueOf(text));
            case "timeZoneAware" -> policy.timeZoneAware(Boolean.parseBoolean(text));
            case "fallbackZone" -> policy.fallbackZone(ZoneId.of(text));
            case "takeOverPrimary" -> policy.takeOverPrimary(Boolean.parseBoolean(text));
            default -> throw new IllegalArgumentException("Unknown switch '" + name + "'");
        }
    }

    static Picklists picklists(Map<String, @Nullable Object> input) {
        Map<String, @Nullable Object> all = SuccessFactorsVectorsTest.object(input.get("picklists"));
        return new Picklists(codes(all, Picklists.STATUS), codes(all, Picklists.EMAIL), codes(all, Picklists.PHONE));
    }

    private static Map<String, String> codes(Map<String, @Nullable Object> all, String picklist) {
        Map<String, String> codes = new HashMap<>();
        SuccessFactorsVectorsTest.object(all.get(picklist)).forEach((id, code) -> codes.put(id, String.valueOf(code)));
        return codes;
    }

    /** The path that the client itself would use. */
    static String upsertPath() {
        ODataClient client = new ODataClient(
                "successfactors",
                Objects.requireNonNull(HttpUrl.parse("https://api.example.test/odata/v2")),
                new SignIn.Bearer(() -> "none"),
                HttpChannel.builder("successfactors", () -> Instant.EPOCH).build());
        HttpUrl url = client.upsertAddress();
        return url.encodedPath() + "?" + url.encodedQuery();
    }

    private void compare(List<Translated> actual, Map<String, @Nullable Object> expected) {
        List<Translated.Person> people = new ArrayList<>();
        List<@Nullable Object> skipped = new ArrayList<>();
        List<@Nullable Object> failed = new ArrayList<>();
        for (Translated one : actual) {
            if (one instanceof Translated.Person person) {
                people.add(person);
            } else if (one instanceof Translated.Skipped skip) {
                skipped.add(Map.of("id", skip.id(), "because", skip.because().name()));
            } else if (one instanceof Translated.Failed fail) {
                failed.add(Map.of("id", fail.id(), "because", fail.code()));
            }
        }
        expected.forEach((key, value) -> {
            switch (key) {
                case "workers" -> people(people, value);
                case "skipped" -> same("skipped", value, skipped);
                case "failed" -> same("failed", value, failed);
                default -> unknown(key);
            }
        });
    }

    private void people(List<Translated.Person> actual, @Nullable Object expected) {
        List<?> wanted = expected instanceof List<?> list ? list : List.of();
        same(
                "workers",
                wanted.stream()
                        .map(one -> SuccessFactorsVectorsTest.object(one).get("id"))
                        .toList(),
                actual.stream().map(Translated.Person::id).toList());
        for (int i = 0; i < Math.min(wanted.size(), actual.size()); i++) {
            Translated.Person person = actual.get(i);
            SuccessFactorsVectorsTest.object(wanted.get(i))
                    .forEach((key, value) -> worker(person.id() + "." + key, key, value, person));
        }
    }

    private void worker(String path, String key, @Nullable Object value, Translated.Person person) {
        Employment facts = person.employment();
        switch (key) {
            case "id" -> same(path, value, person.id());
            case "universalId" -> same(path, value, text(facts.universalId()));
            case "kind" -> same(path, value, facts.kind().name());
            case "active" -> same(path, value, facts.active());
            case "hasAccount" -> same(path, value, facts.hasAccount());
            case "hireDate" -> same(path, value, text(facts.hireDate()));
            case "firstDayOfWork" -> same(path, value, text(facts.firstDayOfWork()));
            case "terminationDate" -> same(path, value, text(facts.terminationDate()));
            case "lastDayOfWork" -> same(path, value, text(facts.lastDayOfWork()));
            case "inactiveSince" -> same(path, value, text(facts.inactiveSince()));
            case "primaryReason" -> same(path, value, text(facts.primaryReason()));
            case "locationTimeZone" -> same(path, value, text(facts.locationTimeZone()));
            case "primaryAssignment" -> same(path, value, person.primary());
            case "assignments" -> assignments(path, value, person.assignments());
            case "profile" -> profile(path, SuccessFactorsVectorsTest.object(value), person);
            case "attributes" ->
                SuccessFactorsVectorsTest.object(value)
                        .forEach((name, wanted) -> same(
                                path + "." + name,
                                wanted == null ? null : String.valueOf(wanted),
                                person.attributes().text(name).orElse(null)));
            case "decision" -> same(path, value, decision(facts));
            case "warnings" ->
                same(
                        path,
                        value,
                        person.warnings().stream().map(Enum::name).sorted().toList());
            default -> {
                if (!COMMENTS.contains(key)) {
                    unknown(path);
                }
            }
        }
    }

    private Map<String, @Nullable Object> decision(Employment facts) {
        Decision decision = new Decider(policy).decide(facts, Optional.empty(), now);
        Map<String, @Nullable Object> described = new LinkedHashMap<>();
        described.put("state", decision.state().name());
        described.put("because", decision.because().name());
        described.put("effectiveAt", text(decision.effectiveAt()));
        described.put(
                "next",
                decision.next()
                        .map(next -> Map.of(
                                "state", next.state().name(), "at", next.at().toString()))
                        .orElse(null));
        return described;
    }

    /** The order of assignments is of no account: each names itself. */
    private void assignments(String path, @Nullable Object expected, List<Assignment> actual) {
        Map<Object, Object> wanted = new HashMap<>();
        (expected instanceof List<?> list ? list : List.of())
                .forEach(one -> wanted.put(SuccessFactorsVectorsTest.object(one).get("prefix"), one));
        Map<Object, Object> found = new HashMap<>();
        for (Assignment assignment : actual) {
            Map<String, @Nullable Object> described = new LinkedHashMap<>();
            described.put("prefix", assignment.prefix());
            described.put("userId", assignment.userId());
            described.put("contingent", assignment.contingent());
            described.put("status", assignment.status().orElse(null));
            found.put(assignment.prefix(), described);
        }
        same(path, wanted, found);
    }

    /** A base attribute that is not expected must be absent. */
    private void profile(String path, Map<String, @Nullable Object> expected, Translated.Person person) {
        Map<String, @Nullable Object> wanted = new TreeMap<>(expected);
        Map<String, @Nullable Object> found = new TreeMap<>();
        Set<String> names = new HashSet<>(BaseAttributes.names());
        names.addAll(expected.keySet());
        names.forEach(name -> person.attributes().text(name).ifPresent(value -> found.put(name, value)));
        same(path, wanted, found);
    }

    private static @Nullable String text(Optional<?> value) {
        return value.map(String::valueOf).orElse(null);
    }

    private void same(String path, @Nullable Object expected, @Nullable Object actual) {
        if (!Objects.equals(expected, actual)) {
            differences.add(path + " is " + actual + " instead of " + expected);
        }
    }

    private void unknown(String path) {
        differences.add("the expectation has a key that the test does not know: " + path);
    }
}
