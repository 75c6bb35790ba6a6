/** What a host decides about reading SuccessFactors, and what it is told meanwhile. */
@NullMarked
package dev.tenure.successfactors.options;

import org.jspecify.annotations.NullMarked;
