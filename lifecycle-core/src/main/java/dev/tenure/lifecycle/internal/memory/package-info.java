/** States of workers in memory, found as a store finds them. No stage: the store in memory and previews keep theirs here. */
@NullMarked
package dev.tenure.lifecycle.internal.memory;

import org.jspecify.annotations.NullMarked;
