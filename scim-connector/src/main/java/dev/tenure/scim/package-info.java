/**
 * SCIM 2.0 services as targets: start at {@link dev.tenure.scim.ScimTarget}. What the service announces of itself decides
 * how it is talked to; every way in which real services differ is an option of its builder.
 */
@NullMarked
package dev.tenure.scim;

import org.jspecify.annotations.NullMarked;
