/** Writing to a directory beside ConnId and bare calls. */
@NullMarked
package dev.tenure.benchmarks.directory;

import org.jspecify.annotations.NullMarked;
