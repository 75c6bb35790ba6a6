package dev.tenure.lifecycle.report;

/** What a forecast says of a worker (rule H3). */
public enum ForecastKind {
    /** Access begins: the hire date, or the interval before it, is reached. */
    START("starts"),
    /** The hire date of a worker who has had access before it is reached. */
    FIRST_DAY("is hired"),
    /** Something else about the worker changes in HR: a transfer, a new title. */
    CHANGE("changes"),
    /** Another record of the same person takes over (rule D2). */
    CONVERSION("converts"),
    /** Access ends. */
    END("ends");

    private final String verb;

    ForecastKind(String verb) {
        this.verb = verb;
    }

    String verb() {
        return verb;
    }
}
