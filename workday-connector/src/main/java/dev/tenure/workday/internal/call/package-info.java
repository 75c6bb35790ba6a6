/**
 * Calls: SOAP over HTTP, paging with its guards, and Workday's faults turned into the failures that the engine knows. The
 * only place that sees a status code. Nothing is tried again here and nothing waits.
 */
@NullMarked
package dev.tenure.workday.internal.call;

import org.jspecify.annotations.NullMarked;
