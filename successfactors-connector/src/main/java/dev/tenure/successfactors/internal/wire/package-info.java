/** Bytes to records and back: OData v2 in JSON, metadata and errors in XML. */
@NullMarked
package dev.tenure.successfactors.internal.wire;

import org.jspecify.annotations.NullMarked;
