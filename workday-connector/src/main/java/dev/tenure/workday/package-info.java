/** Workday as a source of workers. */
@NullMarked
package dev.tenure.workday;

import org.jspecify.annotations.NullMarked;
