package dev.tenure.lifecycle.report;

/** What a forecast says of a worker (rule H3). */
public enum ForecastKind {
    /** Access begins: the hire date, or the interval before it, is reached. */
    START("starts", "Access begins"),
    /** The hire date of a worker who has had access before it is reached. */
    FIRST_DAY("is hired", "First day"),
    /** Something else about the worker changes in HR: a transfer, a new title. */
    CHANGE("changes", "Changes"),
    /** Another record of the same person takes over (rule D2). */
    CONVERSION("converts", "Converts"),
    /** Access ends. */
    END("ends", "Access ends");

    private final String verb;
    private final String title;

    ForecastKind(String verb, String title) {
        this.verb = verb;
        this.title = title;
    }

    String verb() {
        return verb;
    }

    String title() {
        return title;
    }
}
