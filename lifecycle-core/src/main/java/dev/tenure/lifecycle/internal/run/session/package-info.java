/** What a run keeps while it lives: its counts and notices, its leases, its lines in the journal, and what runs before it left. */
@NullMarked
package dev.tenure.lifecycle.internal.run.session;

import org.jspecify.annotations.NullMarked;
