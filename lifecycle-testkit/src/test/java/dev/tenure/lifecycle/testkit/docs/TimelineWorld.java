package dev.tenure.lifecycle.testkit.docs;

import dev.tenure.lifecycle.account.Account;
import dev.tenure.lifecycle.account.AccountStatus;
import dev.tenure.lifecycle.attribute.Attributes;
import dev.tenure.lifecycle.decision.Decision;
import dev.tenure.lifecycle.engine.InMemoryStore;
import dev.tenure.lifecycle.engine.LifecycleEngine;
import dev.tenure.lifecycle.engine.PendingItem;
import dev.tenure.lifecycle.plan.HeldChanges;
import dev.tenure.lifecycle.plan.ImportKind;
import dev.tenure.lifecycle.policy.LifecyclePolicy;
import dev.tenure.lifecycle.policy.LifecyclePolicyBuilder;
import dev.tenure.lifecycle.testkit.HrRecord;
import dev.tenure.lifecycle.testkit.InMemoryHrSource;
import dev.tenure.lifecycle.testkit.InMemoryTarget;
import dev.tenure.lifecycle.testkit.SettableClock;
import dev.tenure.lifecycle.worker.Employment;
import dev.tenure.lifecycle.worker.EmploymentBuilder;
import dev.tenure.lifecycle.worker.WorkerRef;
import java.lang.reflect.Method;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One preset at work in a story: it does what the events say, and says in the words of the tables what is then so. */
final class TimelineWorld {

    private static final Pattern HR = Pattern.compile("HR(?:, (\\w+)| for (\\d+) of 100)?: (.*)");
    private static final String PERSON = "worker";
    private static final String NO_END = "no termination";
    private static final Set<String> SUMMARIES = Set.of("parity", "recommended", "both presets");

    private final SettableClock clock = SettableClock.at("2020-01-01T00:00:00Z");
    private final InMemoryHrSource hr = InMemoryHrSource.builder("hr", clock).build();
    private final InMemoryTarget target = InMemoryTarget.named("okta");
    private final InMemoryStore store = new InMemoryStore();
    private final Set<String> records = new LinkedHashSet<>();
    private final LifecycleEngine engine;

    TimelineWorld(LifecyclePolicy preset, Map<String, String> switches) {
        LifecyclePolicy policy = preset.with(builder -> {
            switches.forEach((name, value) -> set(builder, name, value));
            return builder;
        });
        this.engine = LifecycleEngine.builder()
                .source(hr)
                .target(target)
                .policy(policy)
                .store(store)
                .clock(clock)
                .build();
    }

    private static void set(LifecyclePolicyBuilder builder, String name, String value) {
        for (Method method : LifecyclePolicyBuilder.class.getMethods()) {
            if (method.getName().equals(name) && method.getParameterCount() == 1) {
                Class<?> type = method.getParameterTypes()[0];
                Object argument = type == int.class
                        ? Integer.valueOf(value)
                        : type == boolean.class ? Boolean.valueOf(value) : type == String.class ? value : null;
                if (argument != null) {
                    invoke(method, builder, argument);
                    return;
                }
            }
        }
        throw new IllegalArgumentException("No switch '" + name + "' can be set to '" + value + "'");
    }

    private static void invoke(Method method, Object on, Object argument) {
        try {
            method.invoke(on, argument);
        } catch (ReflectiveOperationException broken) {
            throw new IllegalStateException(broken);
        }
    }

    void at(Instant instant) {
        clock.set(instant);
    }

    void happens(String event) {
        Matcher said = HR.matcher(event);
        if (said.matches()) {
            String whose = Optional.ofNullable(said.group(1)).orElse(PERSON);
            if (said.group(2) == null) {
                enter(whose, said.group(3));
            } else {
                for (int i = 1; i <= Integer.parseInt(said.group(2)); i++) {
                    enter(PERSON + i, said.group(3));
                }
            }
            return;
        }
        switch (event) {
            case "full import" -> require(engine.run(ImportKind.FULL).succeeded(), event);
            case "incremental import" ->
                require(engine.run(ImportKind.INCREMENTAL).succeeded(), event);
            case "advance()" -> require(engine.advance().succeeded(), event);
            case "approve()" -> require(engine.approve().succeeded(), event);
            case "an administrator opens the account" ->
                target.all().forEach(account -> target.setStatus(account.login(), AccountStatus.ACTIVE));
            default -> throw new IllegalArgumentException("No table says '" + event + "' so far");
        }
    }

    private static void require(boolean succeeded, String event) {
        if (!succeeded) {
            throw new IllegalStateException(event + " did not succeed");
        }
    }

    private void enter(String whose, String facts) {
        EmploymentBuilder employment = Employment.builder();
        hr.worker(whose).ifPresent(before -> employment.from(before.employment()));
        for (String fact : facts.split(", ", -1)) {
            String value = fact.substring(fact.lastIndexOf(' ') + 1);
            switch (fact.equals(NO_END) ? fact : fact.substring(0, Math.max(0, fact.lastIndexOf(' ')))) {
                case "hire date" -> employment.hireDate(LocalDate.parse(value)).firstDayOfWork(LocalDate.parse(value));
                case "termination date" -> employment.terminationDate(LocalDate.parse(value));
                case "last day of work" -> employment.lastDayOfWork(LocalDate.parse(value));
                case "reason" -> employment.primaryReason(value);
                case "zone" -> employment.preferredTimeZone(value);
                case NO_END ->
                    employment
                            .terminationDate(Optional.empty())
                            .lastDayOfWork(Optional.empty())
                            .primaryReason(Optional.empty());
                default -> throw new IllegalArgumentException("No table says '" + fact + "' so far");
            }
        }
        records.add(whose);
        boolean several = !whose.startsWith(PERSON);
        String login = several ? "person@example.com" : whose + "@example.com";
        Attributes profile = Attributes.builder()
                .put("userName", login)
                .put("email", login)
                .put("firstName", "First")
                .put("lastName", "Last")
                .build();
        hr.put(HrRecord.of(whose, several ? employment.universalId("U1").build() : employment.build(), profile));
    }

    /** What a record's column says, or that of a preset. */
    String then(String column) {
        if (!SUMMARIES.contains(column)) {
            return records.contains(column) ? decision(column) : "-";
        }
        if (records.size() > 2) {
            return crowd();
        }
        return records.contains(PERSON) ? decision(PERSON) + "; " + account() : account();
    }

    private String crowd() {
        int held = engine.held().stream().mapToInt(HeldChanges::count).sum();
        long open = target.all().stream()
                .filter(account -> account.status() == AccountStatus.ACTIVE)
                .count();
        return held + " held, " + open + " open";
    }

    private String decision(String record) {
        Decision decision = engine.explain(new WorkerRef("hr", record)).decision();
        return decision.state() + ", " + decision.because();
    }

    private String account() {
        List<Account> accounts = target.all();
        if (accounts.isEmpty()) {
            return "no account";
        }
        Account account = accounts.get(0);
        String owner = records.contains(PERSON)
                ? ""
                : Optional.ofNullable(store.owners(List.of(account.ref())).get(account.ref()))
                        .map(ref -> ", the " + ref.id() + "'s")
                        .orElse("");
        String waits = engine.pending().stream()
                .map(PendingItem::pending)
                .map(pending -> ", waits: " + pending.why())
                .findFirst()
                .orElse("");
        return (account.status() == AccountStatus.ACTIVE ? "open" : "closed")
                + owner
                + waits
                + (accounts.size() > 1 ? ", and " + (accounts.size() - 1) + " more" : "");
    }
}
