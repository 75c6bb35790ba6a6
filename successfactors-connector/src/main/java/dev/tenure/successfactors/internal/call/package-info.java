/** Calls: sign-in, session, paging, and what a failure means. */
@NullMarked
package dev.tenure.successfactors.internal.call;

import org.jspecify.annotations.NullMarked;
