/**
 * What the engine says of itself before it acts, and when somebody asks why: plans to read, explanations, forecasts,
 * comparisons and diagnoses. Values hold data of persons where they show what would be sent; no {@code toString} prints
 * it, only what is called {@code text}, {@code json} or {@code html} does. Show these; do not log them.
 */
@NullMarked
package dev.tenure.lifecycle.report;

import org.jspecify.annotations.NullMarked;
