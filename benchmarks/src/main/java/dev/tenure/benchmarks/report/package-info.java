/** What becomes of the figures: lines, JSON, a page, the history. */
@NullMarked
package dev.tenure.benchmarks.report;

import org.jspecify.annotations.NullMarked;
