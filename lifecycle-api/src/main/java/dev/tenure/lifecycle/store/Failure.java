package dev.tenure.lifecycle.store;

import dev.tenure.lifecycle.failure.FailureKind;
import dev.tenure.lifecycle.plan.ChangeKind;
import java.time.Instant;
import java.util.Optional;

/**
 * That something failed for a worker, to be tried again (rule S3).
 *
 * @param change what was tried
 * @param kind what the failure is
 * @param message what failed, why, and the remedy; without values of the person
 * @param attempts how often it has failed in a row
 * @param firstAt when it first failed
 * @param lastAt when it last failed
 * @param retryAt before when it is not tried again; empty for at the next import
 * @param value the keyed hash of the profile that could not be sent: a value that the target refuses, and a worker who
 *     failed too often, are tried again when it differs
 */
public record Failure(
        ChangeKind change,
        FailureKind kind,
        String message,
        int attempts,
        Instant firstAt,
        Instant lastAt,
        Optional<Instant> retryAt,
        Optional<Long> value) {}
