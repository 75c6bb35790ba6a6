/** Tests of the durable store, on H2 and on PostgreSQL. */
@NullMarked
package dev.tenure.lifecycle.store.jdbc;

import org.jspecify.annotations.NullMarked;
