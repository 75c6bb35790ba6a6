/** SCIM's JSON: bytes to records, and back. */
@NullMarked
package dev.tenure.scim.internal.wire;

import org.jspecify.annotations.NullMarked;
