/** Stage: takes the closings of a bulk run, lets them through or holds them. Touches nothing. */
@NullMarked
package dev.tenure.lifecycle.internal.gate;

import org.jspecify.annotations.NullMarked;
