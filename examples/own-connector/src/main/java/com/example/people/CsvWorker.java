package com.example.people;

import dev.tenure.lifecycle.attribute.AttributeValue;
import dev.tenure.lifecycle.attribute.Attributes;
import dev.tenure.lifecycle.worker.Employment;
import dev.tenure.lifecycle.worker.Worker;
import dev.tenure.lifecycle.worker.WorkerRef;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.apache.commons.csv.CSVRecord;

/** Makes a worker of a line. */
// sample worker
final class CsvWorker {

    /** The names that mappings know, and the columns they come from. */
    static final Map<String, String> ATTRIBUTES = Map.of(
            "userName", "login",
            "email", "email",
            "firstName", "first_name",
            "lastName", "last_name",
            "mobilePhone", "mobile",
            "businessTitle", "title");

    private CsvWorker() {}

    static Worker read(WorkerRef ref, CSVRecord line) {
        // Dates and flags decide, so they have a place of their own; everything else is an attribute.
        Employment employment = Employment.builder()
                .active(!line.get("active").equals("no"))
                .hireDate(date(line, "hired"))
                .firstDayOfWork(date(line, "hired"))
                .terminationDate(date(line, "ends"))
                .preferredTimeZone(text(line, "time_zone"))
                .primaryReason(text(line, "reason"))
                .build();
        Attributes.Builder profile = Attributes.builder();
        // An empty cell is a value that HR does not have. A column that is not there was not read, and is left out.
        ATTRIBUTES.forEach((attribute, column) -> {
            if (line.isMapped(column)) {
                profile.put(
                        attribute,
                        text(line, column).map(AttributeValue::normalised).orElse(AttributeValue.NULL));
            }
        });
        return new Worker(ref, employment, profile.build(), Optional.empty());
    }

    private static Optional<String> text(CSVRecord line, String column) {
        return Optional.of(line.get(column)).filter(cell -> !cell.isBlank());
    }

    private static Optional<LocalDate> date(CSVRecord line, String column) {
        return text(line, column).map(LocalDate::parse);
    }
}
// end
