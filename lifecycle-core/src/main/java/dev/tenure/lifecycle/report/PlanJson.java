package dev.tenure.lifecycle.report;

import dev.tenure.lifecycle.decision.Decision;
import dev.tenure.lifecycle.plan.AttributeChange;
import dev.tenure.lifecycle.plan.Change;
import dev.tenure.lifecycle.plan.ChangeKind;
import dev.tenure.lifecycle.plan.HeldChanges;
import dev.tenure.lifecycle.plan.Notice;
import dev.tenure.lifecycle.plan.PersonPlan;
import dev.tenure.lifecycle.plan.Plan;
import dev.tenure.lifecycle.worker.WorkerRef;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Plans as JSON (rule S5), for an approval tool or a ticket. The format is stable: members may be added, none changes its
 * meaning while {@code version} is 1.
 *
 * <ul>
 *   <li>{@code format} is {@code tenure-plan}; {@code version} is 1; {@code kind} is that of the import; {@code madeAt} an
 *       instant in UTC.
 *   <li>{@code summary} counts {@code people}, {@code unchanged}, {@code changes}, {@code pending} and, in
 *       {@code byKind}, the changes of each kind.
 *   <li>{@code safeguard} lists what would be held: {@code target}, {@code kind}, {@code count}, {@code of},
 *       {@code workers}.
 *   <li>{@code people} lists the workers: {@code worker} ({@code source}, {@code id}), {@code decision} ({@code state},
 *       {@code because}, {@code rule}, {@code effectiveAt}, {@code next}, {@code zone}), {@code changes}, {@code pending}
 *       (a reason for each target) and {@code notes}.
 *   <li>A change has {@code kind}, {@code system}, {@code rule}, {@code reason} and, where they apply, {@code worker},
 *       {@code account}, {@code login}, {@code group}, {@code groupId}, {@code newName}, {@code place} and
 *       {@code attributes}: each {@code attribute} with {@code before} (missing where it was not read, null where it is empty), {@code after} (null
 *       clears) and the {@code expression} of its row.
 *   <li>{@code groupChanges} lists the changes of the groups themselves.
 *   <li>{@code notices} lists what would be reported and nothing done about: {@code kind}, {@code system}, {@code worker}
 *       where it is about one, {@code text}.
 * </ul>
 *
 * <p>The document holds values of persons: hand it to who approves, do not log it.
 */
public final class PlanJson {

    private PlanJson() {}

    /**
     * Writes a plan.
     *
     * @param plan the plan
     * @return one JSON object, without line breaks
     */
    public static String write(Plan plan) {
        JsonWriter json = new JsonWriter().object();
        json.member("format", "tenure-plan").member("version", 1);
        json.named("kind", plan.kind()).named("madeAt", plan.madeAt());
        List<PersonPlan> people = plan.people();
        summary(json, plan, people);
        json.name("safeguard").array();
        plan.held().forEach(held -> held(json, held));
        json.endArray().name("people").array();
        people.forEach(person -> person(json, person));
        json.endArray().name("groupChanges").array();
        plan.groupChanges().forEach(change -> change(json, change));
        json.endArray().name("notices").array();
        plan.notices().forEach(notice -> notice(json, notice));
        return json.endArray().endObject().toString();
    }

    private static void summary(JsonWriter json, Plan plan, List<PersonPlan> people) {
        Map<ChangeKind, Integer> byKind = new EnumMap<>(ChangeKind.class);
        List<Change> changes = plan.changes();
        changes.forEach(change -> byKind.merge(change.kind(), 1, Integer::sum));
        json.name("summary").object();
        json.member("people", people.size()).member("unchanged", plan.unchanged());
        json.member("changes", changes.size());
        json.member(
                "pending",
                people.stream().mapToInt(person -> person.pending().size()).sum());
        json.name("byKind").object();
        byKind.forEach((kind, count) -> json.member(kind.name(), count.longValue()));
        json.endObject().endObject();
    }

    private static void held(JsonWriter json, HeldChanges held) {
        json.object().member("target", held.target()).named("kind", held.kind());
        json.member("count", held.count()).member("of", held.of());
        json.name("workers").array();
        held.workers().forEach(worker -> worker(json, worker));
        json.endArray().endObject();
    }

    private static void notice(JsonWriter json, Notice notice) {
        json.object().named("kind", notice.kind()).member("system", notice.system());
        notice.worker().ifPresent(worker -> worker(json.name("worker"), worker));
        json.member("text", notice.text()).endObject();
    }

    private static void person(JsonWriter json, PersonPlan person) {
        json.object().name("worker");
        worker(json, person.worker());
        json.name("decision");
        decision(json, person.decision());
        json.name("changes").array();
        person.changes().forEach(change -> change(json, change));
        json.endArray().name("pending").object();
        new TreeMap<>(person.pending()).forEach(json::named);
        json.endObject().name("notes").array();
        person.notes().forEach(json::value);
        json.endArray().endObject();
    }

    private static void decision(JsonWriter json, Decision decision) {
        json.object().named("state", decision.state()).named("because", decision.because());
        json.member("rule", decision.because().rule()).member("effectiveAt", decision.effectiveAt());
        decision.next()
                .ifPresent(next -> json.name("next")
                        .object()
                        .named("state", next.state())
                        .named("at", next.at())
                        .endObject());
        json.member("zone", decision.zone().getId()).endObject();
    }

    private static void change(JsonWriter json, Change change) {
        json.object().named("kind", change.kind()).member("system", change.system());
        json.member("rule", change.rule()).member("reason", change.reason());
        change.worker().ifPresent(worker -> worker(json.name("worker"), worker));
        change.account().ifPresent(account -> json.member("account", account.id()));
        json.member("login", change.login()).member("group", change.group());
        json.member("place", change.place());
        json.member("groupId", change.groupId()).member("newName", change.newName());
        json.name("attributes").array();
        change.attributes().forEach(attribute -> attribute(json, attribute));
        json.endArray().endObject();
    }

    private static void attribute(JsonWriter json, AttributeChange change) {
        json.object().member("attribute", change.attribute());
        change.before().ifPresent(before -> json.name("before").value(before));
        json.name("after").value(change.after());
        json.member("expression", change.expression()).endObject();
    }

    private static void worker(JsonWriter json, WorkerRef worker) {
        json.object()
                .member("source", worker.source())
                .member("id", worker.id())
                .endObject();
    }
}
