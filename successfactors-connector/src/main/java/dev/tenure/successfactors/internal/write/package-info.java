/** Writes contact data back. */
@NullMarked
package dev.tenure.successfactors.internal.write;

import org.jspecify.annotations.NullMarked;
