package dev.tenure.simulators.workday;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;

/** What the filter of a request says of time and pages. */
record Paging(LocalDate day, Instant entry, int page, int count) {

    private static final int USUAL_COUNT = 100;
    private static final int MOST = 999;

    static Paging of(Node request, Instant now) {
        LocalDate day = request.textAt("Response_Filter", "As_Of_Effective_Date")
                .map(LocalDate::parse)
                .orElseGet(() -> now.atZone(LogEntry.PACIFIC).toLocalDate());
        Optional<Instant> entry =
                request.textAt("Response_Filter", "As_Of_Entry_DateTime").map(Paging::moment);
        Optional<Integer> page = request.textAt("Response_Filter", "Page").map(Integer::valueOf);
        int count =
                request.textAt("Response_Filter", "Count").map(Integer::valueOf).orElse(USUAL_COUNT);
        if (count < 1 || count > MOST) {
            throw SoapFault.validation("The count must be between 1 and 999.");
        }
        if (page.isPresent() && entry.isEmpty()) {
            throw SoapFault.validation("As Of Entry DateTime is required when Page is specified.");
        }
        return new Paging(day, entry.orElse(now), page.orElse(1), count);
    }

    static Instant moment(String text) {
        try {
            return OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeException withoutOffset) {
            throw SoapFault.validation("A date and time has no offset.");
        }
    }

    <T> List<T> cut(List<T> all) {
        int from = Math.min(all.size(), (page - 1) * count);
        return all.subList(from, Math.min(all.size(), from + count));
    }

    void results(XmlText xml, int total) {
        int pages = Math.max(1, (total + count - 1) / count);
        int here = Math.max(0, Math.min(count, total - (page - 1) * count));
        xml.open("Response_Results")
                .leaf("Total_Results", total)
                .leaf("Total_Pages", pages)
                .leaf("Page_Results", here)
                .leaf("Page", page)
                .close();
    }

    void echo(XmlText xml) {
        xml.open("Response_Filter")
                .leaf("As_Of_Effective_Date", day)
                .leaf("As_Of_Entry_DateTime", entry)
                .leaf("Page", page)
                .leaf("Count", count)
                .close();
    }
}
