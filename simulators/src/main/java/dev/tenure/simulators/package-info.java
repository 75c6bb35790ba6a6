/** Workday and Okta on loopback, in their real wire formats. */
@NullMarked
package dev.tenure.simulators;

import org.jspecify.annotations.NullMarked;
