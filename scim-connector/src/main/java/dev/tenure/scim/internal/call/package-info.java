/** Calls to a SCIM service: requests, pages, faults. */
@NullMarked
package dev.tenure.scim.internal.call;

import org.jspecify.annotations.NullMarked;
