/** What it takes to start. */
@NullMarked
package dev.tenure.benchmarks.start;

import org.jspecify.annotations.NullMarked;
