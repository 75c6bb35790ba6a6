/** Whole hosts over HTTP: killed, cut off, disturbed, and several on one database. */
@NullMarked
package dev.tenure.lifecycle.store.jdbc.hosts;

import org.jspecify.annotations.NullMarked;
