package dev.tenure.benchmarks.measure;

/**
 * What a side did in one round.
 *
 * @param perSecond operations per second
 * @param bytesEach bytes that the measuring thread allocated for each operation
 */
record Sample(double perSecond, double bytesEach) {}
