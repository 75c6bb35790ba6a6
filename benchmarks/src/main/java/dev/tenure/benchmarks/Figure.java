package dev.tenure.benchmarks;

import dev.tenure.benchmarks.measure.Effort;
import dev.tenure.benchmarks.measure.Results;
import java.util.List;

/** Something that is measured in a process of its own. */
public interface Figure {

    /**
     * Names the figure.
     *
     * @return such as {@code workday.read}
     */
    String name();

    /**
     * Gives what the process is started with.
     *
     * @return options of the Java machine
     */
    default List<String> options() {
        return List.of("-Xms512m", "-Xmx512m", "-XX:+UseSerialGC");
    }

    /**
     * Measures.
     *
     * @param effort how long
     * @param results takes what is found
     * @throws Exception if it cannot be measured, which ends the run
     */
    void measure(Effort effort, Results results) throws Exception;
}
