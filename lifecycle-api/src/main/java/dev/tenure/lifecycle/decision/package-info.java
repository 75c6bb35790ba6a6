/** What the rules make of a person's employment at one instant, and why. About people, not accounts. */
@NullMarked
package dev.tenure.lifecycle.decision;

import org.jspecify.annotations.NullMarked;
