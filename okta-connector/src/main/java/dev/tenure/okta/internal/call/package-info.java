/** Calls to Okta: requests, pages, limits, and what its faults mean. Nothing above this package knows a status code. */
@NullMarked
package dev.tenure.okta.internal.call;

import org.jspecify.annotations.NullMarked;
