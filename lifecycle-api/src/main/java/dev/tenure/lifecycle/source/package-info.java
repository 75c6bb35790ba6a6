/** The interface of a system of record for people: what a connector to an HR system implements. */
@NullMarked
package dev.tenure.lifecycle.source;

import org.jspecify.annotations.NullMarked;
