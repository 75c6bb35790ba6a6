/** How things are measured side by side. */
@NullMarked
package dev.tenure.benchmarks.measure;

import org.jspecify.annotations.NullMarked;
