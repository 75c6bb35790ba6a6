/** What was done, held or refused, and what a run amounted to. */
@NullMarked
package dev.tenure.lifecycle.journal;

import org.jspecify.annotations.NullMarked;
