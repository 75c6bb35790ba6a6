/** Reading Workday beside a bare cursor and JAXB. */
@NullMarked
package dev.tenure.benchmarks.workday;

import org.jspecify.annotations.NullMarked;
