/**
 * The mapping expression language as a noun: text parsed to a tree with positions, printed again, and asked for the
 * names it refers to. A bad expression is refused here, when it is parsed. Evaluating one is the verb {@code map}, in the
 * engine.
 */
@NullMarked
package dev.tenure.lifecycle.expression;

import org.jspecify.annotations.NullMarked;
