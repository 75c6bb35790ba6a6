package dev.tenure.lifecycle.listener;

import java.util.OptionalLong;

/**
 * How far a run has come.
 *
 * @param run the run
 * @param step what it is doing, such as {@code reading workers}
 * @param done how much of it is done
 * @param total how much there is, where that is known
 */
public record Progress(String run, String step, long done, OptionalLong total) {}
