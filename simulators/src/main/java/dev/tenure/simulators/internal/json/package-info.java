/** JSON as plain values, for simulators that keep what they are sent. */
@NullMarked
package dev.tenure.simulators.internal.json;

import org.jspecify.annotations.NullMarked;
