package dev.tenure.lifecycle.testkit.scenario;

import dev.tenure.lifecycle.policy.AbsentWorkers;
import dev.tenure.lifecycle.policy.DayBoundary;
import dev.tenure.lifecycle.policy.GroupIdentity;
import dev.tenure.lifecycle.policy.ImmediateTiming;
import dev.tenure.lifecycle.policy.LifecyclePolicy;
import dev.tenure.lifecycle.policy.LifecyclePolicyBuilder;
import dev.tenure.lifecycle.policy.Sourcing;
import dev.tenure.lifecycle.policy.WriteBackField;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** Reads a policy: a preset, and the switches that differ by the names of the rule book. */
final class PolicyReader {

    private static final Map<String, Supplier<LifecyclePolicy>> PRESETS =
            Map.of("OKTA_PARITY", LifecyclePolicy::oktaParity, "RECOMMENDED", LifecyclePolicy::recommended);

    private static final Map<String, WriteBackField> WRITE_BACK =
            Map.of("email", WriteBackField.EMAIL, "phone", WriteBackField.PHONE);

    private PolicyReader() {}

    static LifecyclePolicy read(Node node) {
        LifecyclePolicy preset = node.require("preset").oneOf(PRESETS).get();
        try {
            return preset.with(builder -> {
                node.fields().forEach((name, value) -> set(builder, name, value));
                return builder;
            });
        } catch (IllegalArgumentException contradiction) {
            throw node.error("this policy is refused: " + contradiction.getMessage());
        }
    }

    private static void set(LifecyclePolicyBuilder policy, String name, Node value) {
        LifecyclePolicyBuilder unused = switch (name) {
            case "preset" -> policy;
            case "sourcing" -> policy.sourcing(value.oneOf(Sourcing.class));
            case "preStartDays" -> policy.preStartDays(value.integer());
            case "requireSourceAccount" -> policy.requireSourceAccount(value.truth());
            case "hireTimeZoneAware" -> policy.hireTimeZoneAware(value.truth());
            case "immediateReasons" ->
                policy.immediateReasons(value.isNull() ? Optional.empty() : Optional.of(value.text()));
            case "immediateTiming" -> policy.immediateTiming(value.oneOf(ImmediateTiming.class));
            case "preStartSuppressesImmediate" -> policy.preStartSuppressesImmediate(value.truth());
            case "earliestWins" -> policy.earliestWins(value.truth());
            case "useLastDayOfWork" -> policy.useLastDayOfWork(value.truth());
            case "timeZoneAware" -> policy.timeZoneAware(value.truth());
            case "fallbackZone" ->
                policy.fallbackZone(LifecyclePolicy.zone(value.text())
                        .orElseThrow(() -> value.error("a zone was expected, not " + value)));
            case "postTerminationDays" -> policy.postTerminationDays(value.integer());
            case "dayBoundary" -> policy.dayBoundary(value.oneOf(DayBoundary.class));
            case "importGroups" -> policy.importGroups(value.truth());
            case "conversionKeepsActive" -> policy.conversionKeepsActive(value.truth());
            case "repairDrift" -> policy.repairDrift(value.truth());
            case "groupIdentity" -> policy.groupIdentity(value.oneOf(GroupIdentity.class));
            case "confirmExact" -> policy.confirmExact(value.truth());
            case "confirmNew" -> policy.confirmNew(value.truth());
            case "confirmPartial" -> policy.confirmPartial(value.truth());
            case "reactivateDeactivated" -> policy.reactivateDeactivated(value.truth());
            case "reactivateSuspended" -> policy.reactivateSuspended(value.truth());
            case "writeBack" ->
                policy.writeBack(
                        value.isNull()
                                ? List.of()
                                : value.elements().stream()
                                        .map(field -> field.oneOf(WRITE_BACK))
                                        .toList());
            case "writeBackOnCreate" -> policy.writeBackOnCreate(value.truth());
            case "clearRemovedAttributes" -> policy.clearRemovedAttributes(value.truth());
            case "adoptGroups" -> policy.adoptGroups(value.truth());
            case "moveOnGroupChange" -> policy.moveOnGroupChange(value.truth());
            case "absentWorkers" -> policy.absentWorkers(value.oneOf(AbsentWorkers.class));
            case "safeguardPercent" -> policy.safeguardPercent(value.integer());
            case "safeguardMinimum" -> policy.safeguardMinimum(value.integer());
            default -> throw value.error("there is no switch of this name");
        };
    }
}
