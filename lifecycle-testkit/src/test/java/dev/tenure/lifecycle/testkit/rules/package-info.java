/** Rules of the engine that no scenario tells of, one class for each matter. */
@NullMarked
package dev.tenure.lifecycle.testkit.rules;

import org.jspecify.annotations.NullMarked;
