/** The door: the engine that a host builds and calls, and the in-memory store. */
@NullMarked
package dev.tenure.lifecycle.engine;

import org.jspecify.annotations.NullMarked;
