package dev.tenure.lifecycle.report;

import dev.tenure.lifecycle.plan.Change;
import java.time.Instant;
import java.util.List;

/**
 * What would differ under another policy, found without any write (rule H4): the way to try a change of policy before it
 * is made.
 *
 * @param at the instant that both policies decide for
 * @param workers how many workers were compared
 * @param switches the names of the switches in which the two policies differ
 * @param differences the workers for whom something differs, in the order in which HR returned them
 */
public record PolicyComparison(Instant at, int workers, List<String> switches, List<PolicyDifference> differences) {

    /** Copies the lists. */
    public PolicyComparison {
        switches = List.copyOf(switches);
        differences = List.copyOf(differences);
    }

    /**
     * Writes the comparison for somebody to read.
     *
     * @return a heading, and lines for each worker
     */
    public String text() {
        StringBuilder text = new StringBuilder("At " + at + ": the policies differ in "
                + (switches.isEmpty() ? "nothing" : String.join(", ", switches)) + "; of "
                + Words.count(workers, "worker") + ", " + differences.size() + " would be handled otherwise\n");
        for (PolicyDifference difference : differences) {
            text.append(difference.worker()).append('\n');
            if (difference.decidesOtherwise()) {
                text.append("    this policy   ")
                        .append(Words.of(difference.ours()))
                        .append('\n');
                text.append("    other policy  ")
                        .append(Words.of(difference.theirs()))
                        .append('\n');
            }
            if (!difference.switches().isEmpty()) {
                text.append("    because of    ")
                        .append(String.join(", ", difference.switches()))
                        .append('\n');
            }
            changes(text, "    only this     ", difference.onlyOurs());
            changes(text, "    only other    ", difference.onlyTheirs());
        }
        return text.toString();
    }

    private static void changes(StringBuilder text, String label, List<Change> changes) {
        for (Change change : changes) {
            text.append(label)
                    .append(Words.lower(change.kind()))
                    .append(" at ")
                    .append(change.system())
                    .append(change.group().map(group -> ", group " + group).orElse(""))
                    .append(": ")
                    .append(change.reason())
                    .append(" (")
                    .append(change.rule())
                    .append(")\n");
        }
    }
}
