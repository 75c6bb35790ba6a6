package dev.tenure.benchmarks.core;

import java.util.Map;

/** Evaluates all rows of the default mappings for a worker. */
interface RowEvaluator {

    /** Gives the values of both mappings, by attribute. */
    Values evaluate(Profiles profiles);

    /** The values of the two default mappings. */
    record Values(Map<String, ?> okta, Map<String, ?> directory) {}
}
