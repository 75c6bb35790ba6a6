/** A company's workers become Okta users, on loopback. */
@NullMarked
package dev.tenure.examples.quickstart;

import org.jspecify.annotations.NullMarked;
