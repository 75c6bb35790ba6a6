/** What the engine remembers between runs, and the interface of the store that keeps it. No payload is kept (rule S7). */
@NullMarked
package dev.tenure.lifecycle.store;

import org.jspecify.annotations.NullMarked;
