package dev.tenure.lifecycle.source;

import dev.tenure.lifecycle.failure.ConnectorException;
import dev.tenure.lifecycle.failure.FailureKind;
import java.util.List;
import java.util.Optional;

/**
 * What a connection test found (rule N3).
 *
 * @param checks what was tried, in order
 */
public record ConnectionReport(List<Check> checks) {

    /** Copies the list. */
    public ConnectionReport {
        checks = List.copyOf(checks);
    }

    /**
     * Says whether everything that was tried works, as far as the test can tell.
     *
     * @return true if no check has a problem; there may be doubts
     */
    public boolean ok() {
        return checks.stream().allMatch(check -> check.problem().isEmpty());
    }

    /**
     * One thing that was tried.
     *
     * @param feature what it is needed for, such as {@code read workers}
     * @param problem what is wrong and what to do about it; empty if it works
     * @param kind what kind of problem it is, where that is known
     * @param doubt what the test cannot tell by itself, and how to find out; empty if it is sure
     */
    public record Check(String feature, Optional<String> problem, Optional<FailureKind> kind, Optional<String> doubt) {

        /**
         * Says what was found, without the kind of problem.
         *
         * @param feature what it is needed for
         * @param problem what is wrong and what to do about it; empty if it works
         */
        public Check(String feature, Optional<String> problem) {
            this(feature, problem, Optional.empty(), Optional.empty());
        }

        /**
         * Says how an attempt failed.
         *
         * @param feature what it is needed for
         * @param failure how it failed
         * @return a check with the failure's message and kind
         */
        public static Check failed(String feature, ConnectorException failure) {
            return new Check(
                    feature,
                    Optional.of(String.valueOf(failure.getMessage())),
                    Optional.of(failure.kind()),
                    Optional.empty());
        }

        /**
         * Says that a permission is missing.
         *
         * @param feature what it is needed for
         * @param problem which one it is and how to grant it
         * @return a check with that problem
         */
        public static Check lacksPermission(String feature, String problem) {
            return new Check(
                    feature, Optional.of(problem), Optional.of(FailureKind.PERMISSION_MISSING), Optional.empty());
        }

        /**
         * Says that the test cannot tell.
         *
         * @param feature what it is needed for
         * @param doubt what cannot be told, and how to find out
         * @return a check without a problem
         */
        public static Check unsure(String feature, String doubt) {
            return new Check(feature, Optional.empty(), Optional.empty(), Optional.of(doubt));
        }
    }
}
