/** The door to the engine: the one exported package of this module. */
@NullMarked
package dev.tenure.lifecycle.engine;

import org.jspecify.annotations.NullMarked;
