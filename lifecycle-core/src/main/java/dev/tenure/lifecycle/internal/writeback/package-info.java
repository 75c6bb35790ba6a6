/** Stage: takes contact data that the target owns and writes it to HR. Touches HR. */
@NullMarked
package dev.tenure.lifecycle.internal.writeback;

import org.jspecify.annotations.NullMarked;
