package dev.tenure.benchmarks.measure;

/** Takes what a figure finds, as it finds it. */
public interface Results {

    /**
     * Takes a measurement.
     *
     * @param measurement the measurement
     */
    void add(Measurement measurement);

    /**
     * Takes a remark: what was left out and why, or a number that is no ratio.
     *
     * @param text the remark
     */
    void note(String text);
}
