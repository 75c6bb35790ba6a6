package dev.tenure.successfactors.internal.translate;

import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Names of attributes as CompoundEmployee has them, which mappings written for it use (rule N3). */
final class AttributeNames {

    /** What CompoundEmployee writes as OData does. */
    private static final Set<String> UNCHANGED = Set.of(
            "StockEndDate",
            "benefitsEndDate",
            "bonusPayExpirationDate",
            "eligibleForSalContinuation",
            "eligibleForStock",
            "emplStatus",
            "firstDateWorked",
            "hireDate",
            "hiringNotCompleted",
            "initialOptionGrant",
            "initialStockGrant",
            "isContingentWorker",
            "isHostAssignment",
            "isPrimary",
            "jobCredit",
            "jobNumber",
            "lastDateWorked",
            "newMainEmploymentId",
            "okToRehire",
            "originalStartDate",
            "payScaleArea",
            "payScaleType",
            "payrollEndDate",
            "positionEntryDate",
            "preferredEmployment",
            "prevEmployeeId",
            "professionalServiceDate",
            "regretTermination",
            "seniorityDate",
            "serviceDate",
            "timeInPosition",
            "workingDaysPerWeek");

    // Names come from HR: what is remembered of them is bounded.
    private static final int MOST_REMEMBERED = 5_000;

    private final Map<String, String> known = new ConcurrentHashMap<>();

    /** The name of a property: {@code jobTitle} is {@code job_title}, {@code customString1} is {@code custom_string1}. */
    String of(String property) {
        String name = known.get(property);
        if (name == null) {
            name = make(property);
            if (known.size() < MOST_REMEMBERED) {
                known.put(property, name);
            }
        }
        return name;
    }

    private static String make(String property) {
        if (UNCHANGED.contains(property)) {
            return property;
        }
        return property.replaceAll("([a-z0-9])([A-Z])", "$1_$2").toLowerCase(Locale.ROOT);
    }

    static String person(String entity) {
        return "person___" + entity + "___";
    }

    static String employment(Assignment assignment) {
        return "person___employment_information_" + assignment.prefix() + "___";
    }

    static String job(Assignment assignment) {
        return employment(assignment) + "job_information___";
    }
}
