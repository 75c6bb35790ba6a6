/**
 * The stage {@code map}: takes a worker's source profile and an attribute mapping and gives the profile that the mapping
 * makes of it, every row evaluated once. It touches nothing: no clock, no locale and no zone but those it is given.
 *
 * <p>An expression is compiled once, to a list of instructions for a stack machine. Its evaluation is a loop, so that no
 * expression is too deep for it, and every step is counted.
 */
@NullMarked
package dev.tenure.lifecycle.internal.map;

import org.jspecify.annotations.NullMarked;
