/**
 * Holds the directions between modules and between packages, and what every source file owes its reader. ARCHITECTURE.md
 * has the reasons.
 */
@NullMarked
package dev.tenure.architecture;

import org.jspecify.annotations.NullMarked;
