/** Stage: takes an employment and an instant, gives the decision. Touches nothing. */
@NullMarked
package dev.tenure.lifecycle.internal.decide;

import org.jspecify.annotations.NullMarked;
