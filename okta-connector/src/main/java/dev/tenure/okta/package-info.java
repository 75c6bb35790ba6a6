/** Okta as a target of accounts. */
@NullMarked
package dev.tenure.okta;

import org.jspecify.annotations.NullMarked;
