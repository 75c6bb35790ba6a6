/**
 * The samples of README.md and docs. What stands between {@code // sample NAME} and {@code // end} is shown there, and
 * {@code DocumentsTest} sees to it that it is shown as it is here, where it is compiled and run.
 */
@NullMarked
package dev.tenure.examples.docs;

import org.jspecify.annotations.NullMarked;
