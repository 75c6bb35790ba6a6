/**
 * The durable store: {@link dev.tenure.lifecycle.store.jdbc.JdbcStore} over a {@link javax.sql.DataSource} of H2 or
 * PostgreSQL. One class for each table; a transaction is begun and ended in one place.
 */
@NullMarked
package dev.tenure.lifecycle.store.jdbc;

import org.jspecify.annotations.NullMarked;
