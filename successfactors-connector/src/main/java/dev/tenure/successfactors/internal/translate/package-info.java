/** Records to workers: pure, no call and no clock but the instant handed in. */
@NullMarked
package dev.tenure.successfactors.internal.translate;

import org.jspecify.annotations.NullMarked;
