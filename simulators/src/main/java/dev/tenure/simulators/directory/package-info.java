/** A domain of Active Directory on loopback, over TLS, in memory. */
@NullMarked
package dev.tenure.simulators.directory;

import org.jspecify.annotations.NullMarked;
