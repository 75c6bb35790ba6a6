/** Reads: which questions each consists of, page by page. */
@NullMarked
package dev.tenure.successfactors.internal.read;

import org.jspecify.annotations.NullMarked;
