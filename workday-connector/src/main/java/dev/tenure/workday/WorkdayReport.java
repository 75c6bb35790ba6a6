package dev.tenure.workday;

import dev.tenure.lifecycle.mapping.TypedAttributeName;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * A custom report that gives attributes (rule M8): of type 'Advanced', enabled as a web service, with one row for each
 * worker. Its rows join the workers by worker id or by Workday's own id. It is read as of today whatever the read (rule
 * B4), once for each read and whole, which is why its columns should be few. Several rows of one worker become a list.
 *
 * @param owner the Workday user who owns the report
 * @param name the report's name as it stands in its address, with underscores for blanks
 * @param format the format to ask for
 * @param keyColumn the alias of the column with the worker's id
 * @param columns attributes by the alias of their column, whose names may begin with a type as in {@code boolean:remote};
 *     empty for all columns, each as a text of its own name
 * @param prompts values of prompts by name, such as {@code Worker_Type!WID}
 * @param workerPrompt the prompt that limits the report to one worker, so that it can be asked for single workers too;
 *     without it reads of single workers leave its attributes unread
 * @param tenantInUser whether the user signs in as {@code user@tenant} rather than as {@code user}
 */
public record WorkdayReport(
        String owner,
        String name,
        ReportFormat format,
        String keyColumn,
        Map<String, String> columns,
        Map<String, String> prompts,
        Optional<String> workerPrompt,
        boolean tenantInUser) {

    /** Refuses blank names and copies the maps. */
    public WorkdayReport {
        requireText("owner", owner);
        requireText("name", name);
        requireText("keyColumn", keyColumn);
        Objects.requireNonNull(format, "format");
        columns = Collections.unmodifiableMap(new LinkedHashMap<>(columns));
        prompts = Collections.unmodifiableMap(new LinkedHashMap<>(prompts));
        columns.forEach((column, attribute) -> {
            requireText("column", column);
            TypedAttributeName.parse(attribute);
        });
    }

    /**
     * Names a report that is read as JSON, with the key in the column {@code Workday_ID} and all its columns.
     *
     * @param owner the Workday user who owns it
     * @param name its name; blanks become underscores, as in its address
     * @return the report
     */
    public static WorkdayReport of(String owner, String name) {
        return new WorkdayReport(
                owner.strip(),
                name.strip().replace(' ', '_'),
                ReportFormat.JSON,
                "Workday_ID",
                Map.of(),
                Map.of(),
                Optional.empty(),
                false);
    }

    /**
     * Sets the format.
     *
     * @param value the format
     * @return the changed report
     */
    public WorkdayReport withFormat(ReportFormat value) {
        return new WorkdayReport(owner, name, value, keyColumn, columns, prompts, workerPrompt, tenantInUser);
    }

    /**
     * Sets the column with the worker's id.
     *
     * @param alias its alias
     * @return the changed report
     */
    public WorkdayReport withKeyColumn(String alias) {
        return new WorkdayReport(owner, name, format, alias, columns, prompts, workerPrompt, tenantInUser);
    }

    /**
     * Reads a column under a name of choice; columns that are not named this way are then passed over.
     *
     * @param alias the column's alias
     * @param attribute the attribute's name, which may begin with a type as in {@code boolean:remote}
     * @return the changed report
     */
    public WorkdayReport withColumn(String alias, String attribute) {
        Map<String, String> more = new LinkedHashMap<>(columns);
        more.put(alias, attribute);
        return new WorkdayReport(owner, name, format, keyColumn, more, prompts, workerPrompt, tenantInUser);
    }

    /**
     * Answers a prompt.
     *
     * @param prompt its name, with the type of the id for a reference, such as {@code Worker_Type!WID}
     * @param value the value
     * @return the changed report
     */
    public WorkdayReport withPrompt(String prompt, String value) {
        Map<String, String> more = new LinkedHashMap<>(prompts);
        more.put(prompt, value);
        return new WorkdayReport(owner, name, format, keyColumn, columns, more, workerPrompt, tenantInUser);
    }

    /**
     * Names the prompt that limits the report to one worker.
     *
     * @param prompt its name, with the type of the id, such as {@code Worker!Employee_ID}
     * @return the changed report
     */
    public WorkdayReport withWorkerPrompt(String prompt) {
        return new WorkdayReport(owner, name, format, keyColumn, columns, prompts, Optional.of(prompt), tenantInUser);
    }

    /**
     * Signs in as {@code user@tenant}, which some tenants want for reports.
     *
     * @return the changed report
     */
    public WorkdayReport withTenantInUser() {
        return new WorkdayReport(owner, name, format, keyColumn, columns, prompts, workerPrompt, true);
    }

    /** Names the report; the values of prompts may be personal. */
    @Override
    public String toString() {
        return "WorkdayReport[" + owner + "/" + name + "]";
    }

    private static void requireText(String part, String value) {
        if (value.isBlank()) {
            throw new IllegalArgumentException("A report's '" + part + "' is blank; give it as in Workday");
        }
    }
}
