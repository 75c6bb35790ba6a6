/** Carries out the plan of a worker, and notes what came of it. */
@NullMarked
package dev.tenure.lifecycle.internal.run.perform;

import org.jspecify.annotations.NullMarked;
