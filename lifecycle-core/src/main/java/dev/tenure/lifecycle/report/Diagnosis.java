package dev.tenure.lifecycle.report;

import dev.tenure.lifecycle.worker.WorkerRef;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Why a worker, or one attribute of a worker, was not updated (rule N1). Nothing is written to find out.
 *
 * @param worker the worker
 * @param attribute the attribute that was asked about; empty for all
 * @param at the instant of the diagnosis
 * @param findings what was found, what keeps most from happening first
 */
public record Diagnosis(WorkerRef worker, Optional<String> attribute, Instant at, List<Finding> findings) {

    /** Copies the list. */
    public Diagnosis {
        findings = List.copyOf(findings);
    }

    /**
     * Says whether a cause was found.
     *
     * @param cause the cause
     * @return true if a finding has it
     */
    public boolean has(Cause cause) {
        return finding(cause).isPresent();
    }

    /**
     * Gives the first finding of a cause.
     *
     * @param cause the cause
     * @return the finding, empty if there is none
     */
    public Optional<Finding> finding(Cause cause) {
        return findings.stream().filter(finding -> finding.cause() == cause).findFirst();
    }

    /**
     * Writes the diagnosis for somebody to read. It holds no value of the person.
     *
     * @return a heading, and for each finding the cause, what shows it and what to do
     */
    public String text() {
        StringBuilder text = new StringBuilder("Why "
                + attribute.map(name -> "'" + name + "' of ").orElse("") + worker + " was not updated, at " + at
                + "\n");
        for (Finding finding : findings) {
            text.append("  ")
                    .append(finding.cause())
                    .append(" at ")
                    .append(finding.system())
                    .append(" (")
                    .append(finding.rule())
                    .append(')')
                    .append(finding.attributes().isEmpty() ? "" : ": " + String.join(", ", finding.attributes()))
                    .append("\n      ")
                    .append(finding.evidence())
                    .append('\n');
            finding.remedy()
                    .ifPresent(remedy ->
                            text.append("      To do: ").append(remedy).append('\n'));
        }
        return text.toString();
    }
}
