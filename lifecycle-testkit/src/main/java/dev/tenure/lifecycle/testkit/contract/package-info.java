/**
 * The contracts of the interfaces that connectors and stores implement, as tests: one per sentence of their Javadoc. Extend
 * the one that belongs to what you wrote, and give it a fixture. Where a connector is wrong, the message says which
 * sentence it breaks.
 */
@NullMarked
package dev.tenure.lifecycle.testkit.contract;

import org.jspecify.annotations.NullMarked;
