/** Holds documents to what the engine does. */
@NullMarked
package dev.tenure.lifecycle.testkit.docs;

import org.jspecify.annotations.NullMarked;
