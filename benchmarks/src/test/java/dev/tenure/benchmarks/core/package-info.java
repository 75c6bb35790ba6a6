/** Keeps the benchmarks honest: both sides of each do the same. Nothing here looks at a clock. */
@NullMarked
package dev.tenure.benchmarks.core;

import org.jspecify.annotations.NullMarked;
