package dev.tenure.lifecycle.internal.run.insight;

import dev.tenure.lifecycle.policy.LifecyclePolicy;
import dev.tenure.lifecycle.policy.LifecyclePolicyBuilder;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Function;

/** The switches of a policy by name, so that two policies can be compared switch by switch. */
final class PolicySwitches {

    private final Map<String, Switch> switches = new LinkedHashMap<>();

    private record Switch(Function<LifecyclePolicy, Object> get, Function<LifecyclePolicy, BuilderChange> change) {}

    /** Sets one switch on a builder. */
    private interface BuilderChange {
        LifecyclePolicyBuilder apply(LifecyclePolicyBuilder builder);
    }

    PolicySwitches() {
        add("sourcing", LifecyclePolicy::sourcing, LifecyclePolicyBuilder::sourcing);
        add("preStartDays", LifecyclePolicy::preStartDays, LifecyclePolicyBuilder::preStartDays);
        add(
                "requireSourceAccount",
                LifecyclePolicy::requireSourceAccount,
                LifecyclePolicyBuilder::requireSourceAccount);
        add("hireTimeZoneAware", LifecyclePolicy::hireTimeZoneAware, LifecyclePolicyBuilder::hireTimeZoneAware);
        add("immediateReasons", LifecyclePolicy::immediateReasons, LifecyclePolicyBuilder::immediateReasons);
        add("immediateTiming", LifecyclePolicy::immediateTiming, LifecyclePolicyBuilder::immediateTiming);
        add(
                "preStartSuppressesImmediate",
                LifecyclePolicy::preStartSuppressesImmediate,
                LifecyclePolicyBuilder::preStartSuppressesImmediate);
        add("earliestWins", LifecyclePolicy::earliestWins, LifecyclePolicyBuilder::earliestWins);
        add("useLastDayOfWork", LifecyclePolicy::useLastDayOfWork, LifecyclePolicyBuilder::useLastDayOfWork);
        add("timeZoneAware", LifecyclePolicy::timeZoneAware, LifecyclePolicyBuilder::timeZoneAware);
        add("fallbackZone", LifecyclePolicy::fallbackZone, LifecyclePolicyBuilder::fallbackZone);
        add("postTerminationDays", LifecyclePolicy::postTerminationDays, LifecyclePolicyBuilder::postTerminationDays);
        add("dayBoundary", LifecyclePolicy::dayBoundary, LifecyclePolicyBuilder::dayBoundary);
        add("importGroups", LifecyclePolicy::importGroups, LifecyclePolicyBuilder::importGroups);
        add(
                "conversionKeepsActive",
                LifecyclePolicy::conversionKeepsActive,
                LifecyclePolicyBuilder::conversionKeepsActive);
        add("repairDrift", LifecyclePolicy::repairDrift, LifecyclePolicyBuilder::repairDrift);
        add("groupIdentity", LifecyclePolicy::groupIdentity, LifecyclePolicyBuilder::groupIdentity);
        add("confirmExact", LifecyclePolicy::confirmExact, LifecyclePolicyBuilder::confirmExact);
        add("confirmNew", LifecyclePolicy::confirmNew, LifecyclePolicyBuilder::confirmNew);
        add("confirmPartial", LifecyclePolicy::confirmPartial, LifecyclePolicyBuilder::confirmPartial);
        add(
                "reactivateDeactivated",
                LifecyclePolicy::reactivateDeactivated,
                LifecyclePolicyBuilder::reactivateDeactivated);
        add("reactivateSuspended", LifecyclePolicy::reactivateSuspended, LifecyclePolicyBuilder::reactivateSuspended);
        add("writeBack", LifecyclePolicy::writeBack, LifecyclePolicyBuilder::writeBack);
        add("writeBackOnCreate", LifecyclePolicy::writeBackOnCreate, LifecyclePolicyBuilder::writeBackOnCreate);
        add(
                "clearRemovedAttributes",
                LifecyclePolicy::clearRemovedAttributes,
                LifecyclePolicyBuilder::clearRemovedAttributes);
        add("adoptGroups", LifecyclePolicy::adoptGroups, LifecyclePolicyBuilder::adoptGroups);
        add("moveOnGroupChange", LifecyclePolicy::moveOnGroupChange, LifecyclePolicyBuilder::moveOnGroupChange);
        add("absentWorkers", LifecyclePolicy::absentWorkers, LifecyclePolicyBuilder::absentWorkers);
        add("safeguardPercent", LifecyclePolicy::safeguardPercent, LifecyclePolicyBuilder::safeguardPercent);
        add("safeguardMinimum", LifecyclePolicy::safeguardMinimum, LifecyclePolicyBuilder::safeguardMinimum);
    }

    private <T> void add(
            String name,
            Function<LifecyclePolicy, T> get,
            BiFunction<LifecyclePolicyBuilder, T, LifecyclePolicyBuilder> set) {
        switches.put(name, new Switch(get::apply, from -> builder -> set.apply(builder, get.apply(from))));
    }

    /** Names the switches in which two policies differ. */
    List<String> differing(LifecyclePolicy one, LifecyclePolicy other) {
        List<String> names = new ArrayList<>();
        switches.forEach((name, some) -> {
            if (!some.get().apply(one).equals(some.get().apply(other))) {
                names.add(name);
            }
        });
        return names;
    }

    /**
     * Copies a policy with one switch of another. Empty where the two contradict each other, as an interval before the
     * start does with IMPORT_ONLY.
     */
    java.util.Optional<LifecyclePolicy> with(LifecyclePolicy policy, String name, LifecyclePolicy other) {
        Switch one = switches.get(name);
        if (one == null) {
            throw new IllegalArgumentException("A policy has no switch '" + name + "'");
        }
        try {
            return java.util.Optional.of(
                    policy.with(builder -> one.change().apply(other).apply(builder)));
        } catch (IllegalArgumentException contradiction) {
            return java.util.Optional.empty();
        }
    }
}
