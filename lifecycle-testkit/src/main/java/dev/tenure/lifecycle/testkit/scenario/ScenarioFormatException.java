package dev.tenure.lifecycle.testkit.scenario;

/** A scenario's text cannot be understood. Says where in it and what was expected there. */
final class ScenarioFormatException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    ScenarioFormatException(String place, String problem) {
        super((place.isEmpty() ? "" : place + ": ") + problem);
    }

    ScenarioFormatException(String place, String problem, Throwable cause) {
        super((place.isEmpty() ? "" : place + ": ") + problem, cause);
    }
}
