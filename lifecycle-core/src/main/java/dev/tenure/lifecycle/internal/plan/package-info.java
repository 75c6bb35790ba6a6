/** Stage: takes decision, match, profile and what was last sent, gives the changes. Touches nothing. */
@NullMarked
package dev.tenure.lifecycle.internal.plan;

import org.jspecify.annotations.NullMarked;
