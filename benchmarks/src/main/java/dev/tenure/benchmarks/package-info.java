/** Runs the figures, each in a process of its own, and writes the report. */
@NullMarked
package dev.tenure.benchmarks;

import org.jspecify.annotations.NullMarked;
