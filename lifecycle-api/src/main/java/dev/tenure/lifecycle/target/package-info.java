/** The interface of a system that holds accounts: what a connector to a directory or application implements. */
@NullMarked
package dev.tenure.lifecycle.target;

import org.jspecify.annotations.NullMarked;
