/**
 * A SCIM 2.0 service on loopback: users, groups, schemas, filters, patches, both kinds of paging, versions and bulk. By
 * default it keeps to the RFCs; each way in which real services differ is a {@link dev.tenure.simulators.scim.ScimQuirk}.
 */
@NullMarked
package dev.tenure.simulators.scim;

import org.jspecify.annotations.NullMarked;
