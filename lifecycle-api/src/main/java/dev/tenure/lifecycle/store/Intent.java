package dev.tenure.lifecycle.store;

import dev.tenure.lifecycle.plan.ChangeKind;
import java.time.Instant;

/**
 * That a call was about to be made. It is recorded before the call and taken away together with the outcome: one that is
 * still there belongs to a run that was cut off, and the target is looked at before anything is sent again (rule S4).
 *
 * @param change what was about to be done
 * @param run the run
 * @param at when
 */
public record Intent(ChangeKind change, String run, Instant at) {}
