/** Entries to accounts, names to entries, and what the schema allows. */
@NullMarked
package dev.tenure.activedirectory.internal.translate;

import org.jspecify.annotations.NullMarked;
