/** What is to be done for a worker at all targets, for several records of one person, and for workers who want what others have. */
@NullMarked
package dev.tenure.lifecycle.internal.run.assemble;

import org.jspecify.annotations.NullMarked;
