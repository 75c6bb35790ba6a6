/** Okta's records to accounts and schemas. */
@NullMarked
package dev.tenure.okta.internal.translate;

import org.jspecify.annotations.NullMarked;
