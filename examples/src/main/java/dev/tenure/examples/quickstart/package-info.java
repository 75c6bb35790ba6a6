/**
 * The quickstart: a company in a simulated Workday tenant, its users in a simulated Okta organisation, and ten weeks of
 * their lives, chapter by chapter. {@code Quickstart} begins it, {@code Story} tells it, {@code World} shows how an engine
 * is put together.
 */
@NullMarked
package dev.tenure.examples.quickstart;

import org.jspecify.annotations.NullMarked;
