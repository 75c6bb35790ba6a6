/** Conducts the stages in their order; the only package that knows them all. */
@NullMarked
package dev.tenure.lifecycle.internal.run;

import org.jspecify.annotations.NullMarked;
