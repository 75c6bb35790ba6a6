package dev.tenure.workday.internal.read;

import dev.tenure.workday.internal.wire.ReportQuery;
import java.util.Map;
import java.util.Optional;

/**
 * A custom report, and what is made of it.
 *
 * @param query what is asked for
 * @param keyColumn the column with the worker's id
 * @param columns attributes by their column; empty for all columns
 * @param workerPrompt the prompt that limits the report to one worker
 */
public record ReportSettings(
        ReportQuery query, String keyColumn, Map<String, String> columns, Optional<String> workerPrompt) {

    /** Names the report. */
    @Override
    public String toString() {
        return "ReportSettings[" + query.name() + "]";
    }
}
