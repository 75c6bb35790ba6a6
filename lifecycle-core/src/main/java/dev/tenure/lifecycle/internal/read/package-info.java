/** Stage: takes a source and a query, gives normalised workers page by page. Touches HR. */
@NullMarked
package dev.tenure.lifecycle.internal.read;

import org.jspecify.annotations.NullMarked;
