package dev.tenure.lifecycle.testkit;

import dev.tenure.lifecycle.source.Watermark;
import java.time.DateTimeException;
import java.time.LocalDate;

/** How far an in-memory source was read: the number of the last change, and the day whose scheduled changes it saw. */
record HrWatermark(long change, LocalDate day) {

    private static final String SEPARATOR = "@";

    static HrWatermark parse(Watermark watermark) {
        String text = watermark.value();
        int at = text.indexOf(SEPARATOR);
        try {
            return new HrWatermark(
                    Long.parseLong(text.substring(0, Math.max(at, 0))), LocalDate.parse(text.substring(at + 1)));
        } catch (NumberFormatException | DateTimeException notOurs) {
            throw new IllegalArgumentException(
                    "'" + text + "' is no watermark of an in-memory source; hand back one that it gave", notOurs);
        }
    }

    Watermark asWatermark() {
        return new Watermark(change + SEPARATOR + day);
    }
}
