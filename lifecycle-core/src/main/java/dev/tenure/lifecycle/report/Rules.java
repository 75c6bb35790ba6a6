package dev.tenure.lifecycle.report;

import dev.tenure.lifecycle.decision.Why;
import dev.tenure.lifecycle.plan.PendingReason;
import java.util.Map;
import java.util.Optional;

/** The rules that decisions and changes name, each in a sentence for who has to judge by them. */
public final class Rules {

    private static final Map<String, String> WORDS = Map.ofEntries(
            Map.entry("A6", "HR brings accounts in once and then leaves them alone, or goes on managing them."),
            Map.entry("A7", "Where two sources know the same person, the higher one decides."),
            Map.entry("B1", "Only a worker with a hire date and a first day of work comes in."),
            Map.entry("B2", "Only a worker who has an account in the HR system comes in."),
            Map.entry("B3", "Access begins on the hire date, or the configured number of days before it."),
            Map.entry("B5", "A start begins at midnight in the zone that the policy names."),
            Map.entry("C1", "Access ends with the termination date, at the boundary of the day that the policy names."),
            Map.entry("C2", "The last day of work stands for the termination date where it is known."),
            Map.entry("C3", "The day of an end is counted in the zone that the policy names."),
            Map.entry("C4", "A termination reason that the policy lists closes access early."),
            Map.entry("C5", "Several switches meet: which cutoff counts is the policy's choice."),
            Map.entry("C8", "HR marks the worker inactive, with no termination date."),
            Map.entry("C9", "Who is no longer eligible without an end keeps the account as it is."),
            Map.entry("C11", "HR already knows a later event of this worker."),
            Map.entry("C13", "Access goes on for the configured number of days after the end."),
            Map.entry("D1", "Two records of one person are never both in charge."),
            Map.entry("D2", "The next record of the same person takes over the account."),
            Map.entry("D4", "What already belongs to another worker is left to a person to decide."),
            Map.entry("E1", "An eligible worker without an account gets one."),
            Map.entry("E2", "What changed in HR is sent, and nothing else."),
            Map.entry("E3", "The account of a worker who ended is closed, after a last change."),
            Map.entry("E4", "A deactivated account of a worker who is back waits for a person."),
            Map.entry("E5", "The account of a worker who is back is opened again."),
            Map.entry("E6", "A suspended account of an active worker is unsuspended where the policy says so."),
            Map.entry("E7", "An account that agrees in a key is the worker's: it is linked and gets the difference."),
            Map.entry("E8", "A worker without a match is new."),
            Map.entry("E9", "An account that agrees in first and last name alone may be the worker's."),
            Map.entry("E10", "A login or e-mail of another worker's account is never overwritten."),
            Map.entry("E11", "A reference to a person is completed once that person's account is there."),
            Map.entry("E14", "What somebody changed at the target is reported, and set back where the policy says so."),
            Map.entry("F1", "Contact data that the target owns is written to HR."),
            Map.entry("F2", "What was set at creation is written back at once, or when it changes."),
            Map.entry("G1", "Only groups that the engine made or adopted are touched."),
            Map.entry("G2", "Memberships follow the worker's provisioning groups."),
            Map.entry("G3", "A group that HR deleted is deleted by a full import."),
            Map.entry("G4", "A renamed group is the same one or another one, as the policy says."),
            Map.entry("M5", "A mapping row gives the value, on creation alone or always."),
            Map.entry("M6", "A value that HR removed is kept or cleared, as the policy or the row says."),
            Map.entry("N2", "A missing link is repaired without touching the account."),
            Map.entry("S1", "Too many closings at once are held until a person approves them."),
            Map.entry("S2", "A worker whom HR no longer returns is reported, or deactivated where the policy says so."),
            Map.entry("S3", "What failed is kept with its cause and tried again."),
            Map.entry("S4", "What was cut off is looked up before anything is sent again."));

    private Rules() {}

    /**
     * Says a rule in words.
     *
     * @param rule its number in the rule book, such as {@code E3}
     * @return a sentence; empty for a rule that no decision or change names
     */
    public static Optional<String> inWords(String rule) {
        return Optional.ofNullable(WORDS.get(rule));
    }

    /**
     * Names the rule by which a person is asked.
     *
     * @param why what the person is asked
     * @return the number of the rule
     */
    public static String of(PendingReason why) {
        return switch (why) {
            case NEW -> "E8";
            case EXACT_MATCH -> "E7";
            case PARTIAL_MATCH -> "E9";
            case REACTIVATION -> "E4";
            case CONFLICT -> "E10";
        };
    }

    /**
     * Says in words why a person is asked.
     *
     * @param why what the person is asked
     * @return a clause, such as {@code no account fits, and making one waits for a yes}
     */
    public static String inWords(PendingReason why) {
        return switch (why) {
            case NEW -> "no account fits, and making one waits for a yes";
            case EXACT_MATCH -> "an account has a key of the worker, and linking it waits for a yes";
            case PARTIAL_MATCH -> "an account agrees in first and last name alone";
            case REACTIVATION -> "the worker is to have access, and the account is deactivated";
            case CONFLICT -> "the login or e-mail belongs to another worker's account, or several accounts fit";
        };
    }

    /**
     * Says in words why a decision is what it is.
     *
     * @param why the code of the decision
     * @return a clause, such as {@code access ends with the termination date}
     */
    public static String inWords(Why why) {
        return switch (why) {
            case MISSING_HIRE_DATE -> "HR has no hire date";
            case MISSING_FIRST_DAY_OF_WORK -> "HR has no first day of work";
            case NO_SOURCE_ACCOUNT -> "the worker has no account in the HR system";
            case BEFORE_START_WINDOW -> "the start is further ahead than access may begin";
            case WITHIN_PRE_START_INTERVAL -> "the hire date is near enough for access to begin before it";
            case EMPLOYED -> "the hire date is reached and no end is";
            case POST_TERMINATION_INTERVAL -> "the employment is over and the interval after it is not";
            case TERMINATION_DATE -> "access ends with the termination date";
            case LAST_DAY_OF_WORK -> "access ends with the last day of work";
            case IMMEDIATE_REASON -> "a termination reason closes access early";
            case SOURCE_INACTIVE -> "HR marks the worker inactive";
        };
    }
}
