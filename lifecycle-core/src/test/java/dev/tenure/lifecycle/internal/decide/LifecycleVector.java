package dev.tenure.lifecycle.internal.decide;

import com.squareup.moshi.JsonReader;
import dev.tenure.lifecycle.decision.Decision;
import dev.tenure.lifecycle.policy.AbsentWorkers;
import dev.tenure.lifecycle.policy.DayBoundary;
import dev.tenure.lifecycle.policy.GroupIdentity;
import dev.tenure.lifecycle.policy.ImmediateTiming;
import dev.tenure.lifecycle.policy.LifecyclePolicy;
import dev.tenure.lifecycle.policy.LifecyclePolicyBuilder;
import dev.tenure.lifecycle.policy.Sourcing;
import dev.tenure.lifecycle.policy.WriteBackField;
import dev.tenure.lifecycle.worker.Employment;
import dev.tenure.lifecycle.worker.EmploymentBuilder;
import dev.tenure.lifecycle.worker.WorkerKind;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import okio.BufferedSource;
import okio.FileSystem;
import okio.Okio;
import org.jspecify.annotations.Nullable;

/** One case of the decision vectors. A key that this reader does not know fails the case. */
record LifecycleVector(
        String id, String note, LifecyclePolicy policy, Employment worker, Instant now, Map<String, Object> expected) {

    private static final int DAY = "2026-03-02".length();

    private static final Set<LocalDate> SENTINELS =
            Set.of(LocalDate.of(1, 1, 1), LocalDate.of(1899, 12, 31), LocalDate.of(9999, 12, 31));

    @SuppressWarnings("unchecked")
    static List<LifecycleVector> read(Path file) {
        try (BufferedSource source = Okio.buffer(FileSystem.SYSTEM.source(okio.Path.get(file.toFile(), false)))) {
            List<Map<String, Object>> cases =
                    (List<Map<String, Object>>) JsonReader.of(source).readJsonValue();
            if (cases == null) {
                throw new IllegalArgumentException(file + " holds no list of cases");
            }
            return cases.stream().map(json -> of(file, json)).toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(file + " cannot be read", unreadable);
        }
    }

    private static LifecycleVector of(Path file, Map<String, Object> json) {
        try {
            return of(json);
        } catch (RuntimeException malformed) {
            throw new IllegalArgumentException(
                    file + ", case " + json.get("id") + ": " + malformed.getMessage(), malformed);
        }
    }

    @SuppressWarnings("unchecked")
    private static LifecycleVector of(Map<String, Object> json) {
        return new LifecycleVector(
                text(json, "id"),
                String.valueOf(json.get("note")),
                policy((Map<String, Object>) value(json, "policy")),
                worker((Map<String, Object>) value(json, "worker")),
                Instant.parse(text(json, "now")),
                (Map<String, Object>) value(json, "expected"));
    }

    static Map<String, Object> describe(Decision decision) {
        Map<String, Object> described = new HashMap<>();
        described.put("state", decision.state().name());
        described.put("because", decision.because().name());
        described.put(
                "effectiveAt", decision.effectiveAt().map(Instant::toString).orElse(null));
        described.put(
                "next",
                decision.next()
                        .map(next -> Map.of(
                                "state", next.state().name(), "at", next.at().toString()))
                        .orElse(null));
        return described;
    }

    private static LifecyclePolicy policy(Map<String, Object> json) {
        LifecyclePolicy preset = switch (text(json, "preset")) {
            case "RECOMMENDED" -> LifecyclePolicy.recommended();
            case "OKTA_PARITY" -> LifecyclePolicy.oktaParity();
            default -> throw new IllegalArgumentException("Unknown preset '" + json.get("preset") + "'");
        };
        return preset.with(builder -> {
            json.forEach((key, value) -> set(builder, key, value));
            return builder;
        });
    }

    @SuppressWarnings("unchecked")
    private static void set(LifecyclePolicyBuilder policy, String key, @Nullable Object value) {
        switch (key) {
            case "preset" -> {}
            case "sourcing" -> policy.sourcing(Sourcing.valueOf(String.valueOf(value)));
            case "preStartDays" -> policy.preStartDays(number(value));
            case "requireSourceAccount" -> policy.requireSourceAccount(flag(value));
            case "hireTimeZoneAware" -> policy.hireTimeZoneAware(flag(value));
            case "immediateReasons" -> policy.immediateReasons(Optional.ofNullable((String) value));
            case "immediateTiming" -> policy.immediateTiming(ImmediateTiming.valueOf(String.valueOf(value)));
            case "preStartSuppressesImmediate" -> policy.preStartSuppressesImmediate(flag(value));
            case "earliestWins" -> policy.earliestWins(flag(value));
            case "useLastDayOfWork" -> policy.useLastDayOfWork(flag(value));
            case "timeZoneAware" -> policy.timeZoneAware(flag(value));
            case "fallbackZone" -> policy.fallbackZone(ZoneId.of(String.valueOf(value)));
            case "postTerminationDays" -> policy.postTerminationDays(number(value));
            case "dayBoundary" -> policy.dayBoundary(DayBoundary.valueOf(String.valueOf(value)));
            case "importGroups" -> policy.importGroups(flag(value));
            case "conversionKeepsActive" -> policy.conversionKeepsActive(flag(value));
            case "repairDrift" -> policy.repairDrift(flag(value));
            case "groupIdentity" -> policy.groupIdentity(GroupIdentity.valueOf(String.valueOf(value)));
            case "confirmExact" -> policy.confirmExact(flag(value));
            case "confirmNew" -> policy.confirmNew(flag(value));
            case "confirmPartial" -> policy.confirmPartial(flag(value));
            case "reactivateDeactivated" -> policy.reactivateDeactivated(flag(value));
            case "reactivateSuspended" -> policy.reactivateSuspended(flag(value));
            case "writeBack" ->
                policy.writeBack(((List<String>) Objects.requireNonNullElse(value, List.of()))
                        .stream()
                                .map(field -> WriteBackField.valueOf(field.toUpperCase(Locale.ROOT)))
                                .toList());
            case "writeBackOnCreate" -> policy.writeBackOnCreate(flag(value));
            case "clearRemovedAttributes" -> policy.clearRemovedAttributes(flag(value));
            case "adoptGroups" -> policy.adoptGroups(flag(value));
            case "moveOnGroupChange" -> policy.moveOnGroupChange(flag(value));
            case "absentWorkers" -> policy.absentWorkers(AbsentWorkers.valueOf(String.valueOf(value)));
            case "safeguardPercent" -> policy.safeguardPercent(number(value));
            case "safeguardMinimum" -> policy.safeguardMinimum(number(value));
            default -> throw new IllegalArgumentException("Unknown switch '" + key + "'");
        }
    }

    private static Employment worker(Map<String, Object> json) {
        EmploymentBuilder worker = Employment.builder();
        json.forEach((key, value) -> {
            if (value != null) {
                set(worker, key, value);
            }
        });
        return worker.build();
    }

    @SuppressWarnings("unchecked")
    private static void set(EmploymentBuilder worker, String key, Object value) {
        switch (key) {
            case "kind" -> worker.kind(WorkerKind.valueOf((String) value));
            case "active" -> worker.active((Boolean) value);
            case "hasAccount" -> worker.hasAccount((Boolean) value);
            case "universalId" -> worker.universalId(text((String) value));
            case "hireDate" -> worker.hireDate(date((String) value));
            case "firstDayOfWork" -> worker.firstDayOfWork(date((String) value));
            case "terminationDate" -> worker.terminationDate(date((String) value));
            case "lastDayOfWork" -> worker.lastDayOfWork(date((String) value));
            case "inactiveSince" -> worker.inactiveSince(date((String) value));
            case "primaryReason" -> worker.primaryReason(text((String) value));
            case "secondaryReasons" -> worker.addAllSecondaryReasons((List<String>) value);
            case "preferredTimeZone" -> worker.preferredTimeZone(text((String) value));
            case "locationTimeZone" -> worker.locationTimeZone(text((String) value));
            case "id", "groups", "profile" -> {}
            default -> throw new IllegalArgumentException("Unknown fact '" + key + "'");
        }
    }

    /** Reads a date as a connector does (rule A8): an offset does not count, a sentinel is no date. */
    private static Optional<LocalDate> date(String value) {
        String day = value.strip();
        return Optional.of(day.length() > DAY ? day.substring(0, DAY) : day)
                .filter(text -> !text.isEmpty())
                .map(LocalDate::parse)
                .filter(date -> !SENTINELS.contains(date));
    }

    private static Optional<String> text(String value) {
        return Optional.of(value.strip()).filter(text -> !text.isEmpty());
    }

    private static Object value(Map<String, Object> json, String key) {
        Object value = json.get(key);
        if (value == null) {
            throw new IllegalArgumentException("A case lacks '" + key + "'");
        }
        return value;
    }

    private static String text(Map<String, Object> json, String key) {
        return (String) value(json, key);
    }

    private static boolean flag(@Nullable Object value) {
        if (value instanceof Boolean flag) {
            return flag;
        }
        throw new IllegalArgumentException("true or false is wanted, not " + value);
    }

    private static int number(@Nullable Object value) {
        if (value instanceof Number number) {
            return number.intValue();
        }
        throw new IllegalArgumentException("A number is wanted, not " + value);
    }
}
