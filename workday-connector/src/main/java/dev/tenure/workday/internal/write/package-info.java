/** Writes contact data back: compares with what Workday has, and changes the entries that differ and no others. */
@NullMarked
package dev.tenure.workday.internal.write;

import org.jspecify.annotations.NullMarked;
