/** Answers questions and writes nothing: explain, forecast, shadow, compare, diagnose, test. */
@NullMarked
package dev.tenure.lifecycle.internal.run.insight;

import org.jspecify.annotations.NullMarked;
