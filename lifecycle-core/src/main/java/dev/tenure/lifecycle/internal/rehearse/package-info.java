/**
 * What a preview runs against in the place of the store, the targets and HR: they answer as the real ones would, and keep to
 * themselves what is done to them. So a preview is a run like any other, and shows what a run does (rule S5).
 */
@NullMarked
package dev.tenure.lifecycle.internal.rehearse;

import org.jspecify.annotations.NullMarked;
