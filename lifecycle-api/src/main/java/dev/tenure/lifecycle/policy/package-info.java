/** How a host wants the rules applied: one value with every switch, and two presets. */
@NullMarked
package dev.tenure.lifecycle.policy;

import org.jspecify.annotations.NullMarked;
