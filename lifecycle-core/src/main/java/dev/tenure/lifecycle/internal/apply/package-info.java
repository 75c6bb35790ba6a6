/** Stage: takes a change, records the intent, makes the call, records the outcome. Touches target and store. */
@NullMarked
package dev.tenure.lifecycle.internal.apply;

import org.jspecify.annotations.NullMarked;
