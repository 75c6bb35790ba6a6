/** What the host gave, and what sources and targets said of themselves: the same for all runs of an engine. */
@NullMarked
package dev.tenure.lifecycle.internal.run.setup;

import org.jspecify.annotations.NullMarked;
