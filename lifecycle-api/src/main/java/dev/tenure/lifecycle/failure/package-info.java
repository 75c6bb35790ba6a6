/** What can go wrong at a connected system, sorted by what the engine does about it. */
@NullMarked
package dev.tenure.lifecycle.failure;

import org.jspecify.annotations.NullMarked;
