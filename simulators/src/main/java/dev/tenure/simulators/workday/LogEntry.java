package dev.tenure.simulators.workday;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/** A transaction: whom it is about, what it is, when it was entered and when it takes effect. */
record LogEntry(String wid, String type, Instant entered, LocalDate effective, boolean rescinded) {

    /** The tenant's own zone, in which its days begin. */
    static final ZoneId PACIFIC = ZoneId.of("America/Los_Angeles");

    Instant effectiveMoment() {
        return effective.atStartOfDay(PACIFIC).toInstant();
    }
}
