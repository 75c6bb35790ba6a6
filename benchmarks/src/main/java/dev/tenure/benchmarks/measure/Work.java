package dev.tenure.benchmarks.measure;

/** A piece of work that is measured. Does the same amount each time, some milliseconds' worth. */
@FunctionalInterface
public interface Work {

    /**
     * Does it once.
     *
     * @return how many operations that was
     * @throws Exception if it fails, which ends the figure
     */
    long run() throws Exception;
}
