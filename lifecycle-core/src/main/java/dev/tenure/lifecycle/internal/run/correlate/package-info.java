/** Which account is whose: by link, by keys, and by what a target lists (part E). */
@NullMarked
package dev.tenure.lifecycle.internal.run.correlate;

import org.jspecify.annotations.NullMarked;
