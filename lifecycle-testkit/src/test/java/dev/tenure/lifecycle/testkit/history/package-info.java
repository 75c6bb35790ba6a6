/** Random histories: what holds whatever happens. */
@NullMarked
package dev.tenure.lifecycle.testkit.history;

import org.jspecify.annotations.NullMarked;
