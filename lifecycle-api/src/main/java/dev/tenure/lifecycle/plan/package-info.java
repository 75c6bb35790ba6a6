/** What would be done, and why, before anything is written. */
@NullMarked
package dev.tenure.lifecycle.plan;

import org.jspecify.annotations.NullMarked;
