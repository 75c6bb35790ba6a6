/**
 * Bytes to records and back: reads Workday's answers with a cursor, without a tree and without reflection, and writes
 * requests. Takes a stream, gives records that hold text as it was on the wire; nothing is interpreted here.
 */
@NullMarked
package dev.tenure.workday.internal.wire;

import org.jspecify.annotations.NullMarked;
