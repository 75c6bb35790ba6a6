/** What the engine does by itself: expressions, decisions, a whole import. */
@NullMarked
package dev.tenure.benchmarks.core;

import org.jspecify.annotations.NullMarked;
