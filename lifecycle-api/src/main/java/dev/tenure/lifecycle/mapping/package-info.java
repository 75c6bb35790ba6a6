/**
 * Attribute mappings as nouns: rows of attribute, expression and when they apply, the default ones, and the profile that
 * comes out when the verb {@code map} evaluates them for a worker (part M of the rules).
 */
@NullMarked
package dev.tenure.lifecycle.mapping;

import org.jspecify.annotations.NullMarked;
