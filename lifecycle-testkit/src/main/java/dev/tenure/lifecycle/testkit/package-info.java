/** In-memory systems, a settable clock, scenarios and the contract tests of the SPI. */
@NullMarked
package dev.tenure.lifecycle.testkit;

import org.jspecify.annotations.NullMarked;
