/** SCIM's resources and schemas in the library's terms, and changes as patches. */
@NullMarked
package dev.tenure.scim.internal.translate;

import org.jspecify.annotations.NullMarked;
