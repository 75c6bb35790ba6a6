/** Pacing by announced limits, fault naming, redaction and correlation ids for connectors over HTTP. */
@NullMarked
package dev.tenure.http;

import org.jspecify.annotations.NullMarked;
