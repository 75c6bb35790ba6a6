/** A strict reader of small JSON documents that a person wrote, which says where they are wrong. */
@NullMarked
package dev.tenure.lifecycle.internal.json;

import org.jspecify.annotations.NullMarked;
