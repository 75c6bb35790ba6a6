/** Whom a run is about: a worker as HR and the store know it, and what each target is to have of it, before any target is looked at. */
@NullMarked
package dev.tenure.lifecycle.internal.run.subject;

import org.jspecify.annotations.NullMarked;
