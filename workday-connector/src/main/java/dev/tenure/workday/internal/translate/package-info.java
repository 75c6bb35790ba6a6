/**
 * Records to workers: takes what was on the wire and gives {@code Worker}s with their base attributes (rules M1, M2) and
 * employment facts. Pure: no call is made here, no clock is read.
 */
@NullMarked
package dev.tenure.workday.internal.translate;

import org.jspecify.annotations.NullMarked;
