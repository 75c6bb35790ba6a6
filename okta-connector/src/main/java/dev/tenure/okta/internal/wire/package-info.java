/** Okta's JSON: bytes to records and back, streamed, without reflection. Anything that cannot be read is a {@link MalformedAnswer}. */
@NullMarked
package dev.tenure.okta.internal.wire;

import org.jspecify.annotations.NullMarked;
