package dev.tenure.lifecycle.report;

import dev.tenure.lifecycle.account.Account;
import dev.tenure.lifecycle.account.AccountRef;
import dev.tenure.lifecycle.account.AccountStatus;
import dev.tenure.lifecycle.plan.AttributeChange;
import java.time.Instant;
import java.util.List;

/**
 * Every person on whom the engine and a target differ, found without any write (rule H4): the engine beside the system
 * that is in charge. Works with an empty store; who is not linked is matched by the keys of the target.
 *
 * @param at the instant that every decision was made for
 * @param workers how many workers HR returned
 * @param inStep for how many of them no target differs
 * @param differences what differs, worker by worker in the order in which HR returned them
 * @param strangers open accounts that fit no worker of HR
 */
public record ShadowReport(
        Instant at, int workers, int inStep, List<ShadowDifference> differences, List<Stranger> strangers) {

    /** Copies the lists. */
    public ShadowReport {
        differences = List.copyOf(differences);
        strangers = List.copyOf(strangers);
    }

    /**
     * An open account that fits no worker.
     *
     * @param account names the account
     * @param login its login
     * @param status its status
     */
    public record Stranger(AccountRef account, String login, AccountStatus status) {

        /**
         * Takes what is reported of an account.
         *
         * @param account the account
         * @return the stranger
         */
        public static Stranger of(Account account) {
            return new Stranger(account.ref(), account.login(), account.status());
        }

        /** Names the account and says nothing of the person. */
        @Override
        public String toString() {
            return "Stranger[" + account + "]";
        }
    }

    /**
     * Picks the differences of a kind.
     *
     * @param kind the kind
     * @return those differences, in order
     */
    public List<ShadowDifference> of(DifferenceKind kind) {
        return differences.stream()
                .filter(difference -> difference.kind() == kind)
                .toList();
    }

    /**
     * Writes the report for somebody to read. The text holds values of persons: show it, do not log it.
     *
     * @return a heading, and lines for each difference
     */
    public String text() {
        StringBuilder text = new StringBuilder("At " + at + ": " + Words.count(workers, "worker") + ", " + inStep
                + " in step, " + Words.count(differences.size(), "difference") + ", "
                + Words.count(strangers.size(), "open account") + " that fit no worker\n");
        for (ShadowDifference difference : differences) {
            text.append(difference.worker()).append(" at ").append(difference.target());
            difference
                    .login()
                    .ifPresent(login -> text.append(" (").append(login).append(')'));
            text.append(": ")
                    .append(difference.kind().title())
                    .append(". ")
                    .append(difference.reason())
                    .append(" [")
                    .append(difference.rule())
                    .append("]\n");
            for (AttributeChange change : difference.attributes()) {
                text.append("    ")
                        .append(change.attribute())
                        .append(": target has ")
                        .append(Words.value(change.before(), "(not read)"))
                        .append(", row gives ")
                        .append(Words.value(change.after()))
                        .append("   <- ")
                        .append(change.expression())
                        .append('\n');
            }
            difference
                    .missingGroups()
                    .forEach(group ->
                            text.append("    not in group ").append(group).append('\n'));
            difference
                    .extraGroups()
                    .forEach(group -> text.append("    in group ").append(group).append('\n'));
        }
        for (Stranger stranger : strangers) {
            text.append(stranger.account())
                    .append(" (")
                    .append(stranger.login())
                    .append("): ")
                    .append(stranger.status())
                    .append(", fits no worker of HR\n");
        }
        return text.toString();
    }
}
