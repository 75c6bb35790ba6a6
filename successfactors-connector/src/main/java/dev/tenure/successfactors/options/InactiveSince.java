package dev.tenure.successfactors.options;

/** From which day on somebody counts as inactive (rule S6 of the SuccessFactors rules). */
public enum InactiveSince {
    /** The start of the latest inactive record: editing a leaver's history prolongs the grace. Okta's way. */
    LATEST_RECORD,
    /** The day after the last active day. */
    SPELL_START
}
