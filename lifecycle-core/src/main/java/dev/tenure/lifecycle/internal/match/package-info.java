/** Stage: takes mapped keys and candidate accounts, gives the match. Touches nothing. */
@NullMarked
package dev.tenure.lifecycle.internal.match;

import org.jspecify.annotations.NullMarked;
