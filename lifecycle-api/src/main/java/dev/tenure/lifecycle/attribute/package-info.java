/** Attribute values as they flow from HR to the targets: typed, immutable, normalised. */
@NullMarked
package dev.tenure.lifecycle.attribute;

import org.jspecify.annotations.NullMarked;
