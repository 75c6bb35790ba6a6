package dev.tenure.workday.internal.wire;

import dev.tenure.workday.internal.wire.GroupsAnswer.GroupEntry;
import dev.tenure.workday.internal.wire.LocationsAnswer.LocationRecord;
import java.util.ArrayList;
import java.util.List;
import javax.xml.stream.XMLStreamException;
import org.jspecify.annotations.Nullable;

/** Reads responses. The echo of the request in them is passed over, since it holds references too. */
final class AnswerParser {

    private AnswerParser() {}

    static WorkersAnswer workers(Cursor cursor, int atMost) throws XMLStreamException {
        PageRecord page = PageRecord.NONE;
        List<WorkerRecord> workers = new ArrayList<>();
        List<Ids.Id> notFound = new ArrayList<>(0);
        while (cursor.nextChild()) {
            switch (cursor.name()) {
                case "Response_Results" -> page = page(cursor);
                case "Response_Data" -> {
                    while (cursor.nextChild()) {
                        if (!cursor.name().equals("Worker")) {
                            cursor.skip();
                        } else if (workers.size() == atMost) {
                            throw new UnreadableAnswerException("it holds more workers than were asked for");
                        } else {
                            workers.add(WorkerParser.read(cursor));
                        }
                    }
                }
                case "Invalid_Reference_ID_Response" -> notFound(cursor, notFound);
                default -> cursor.skip();
            }
        }
        return new WorkersAnswer(page, workers, notFound);
    }

    static LocationsAnswer locations(Cursor cursor) throws XMLStreamException {
        PageRecord page = PageRecord.NONE;
        List<LocationRecord> locations = new ArrayList<>();
        while (cursor.nextChild()) {
            switch (cursor.name()) {
                case "Response_Results" -> page = page(cursor);
                case "Response_Data" -> {
                    while (cursor.nextChild()) {
                        if (cursor.name().equals("Location")) {
                            locations.add(location(cursor));
                        } else {
                            cursor.skip();
                        }
                    }
                }
                default -> cursor.skip();
            }
        }
        return new LocationsAnswer(page, locations);
    }

    static GroupsAnswer groups(Cursor cursor) throws XMLStreamException {
        PageRecord page = PageRecord.NONE;
        List<GroupEntry> groups = new ArrayList<>();
        while (cursor.nextChild()) {
            switch (cursor.name()) {
                case "Response_Results" -> page = page(cursor);
                case "Response_Data" -> {
                    while (cursor.nextChild()) {
                        if (cursor.name().equals("Provisioning_Group")) {
                            groups.add(group(cursor));
                        } else {
                            cursor.skip();
                        }
                    }
                }
                default -> cursor.skip();
            }
        }
        return new GroupsAnswer(page, groups);
    }

    static String timestamp(Cursor cursor) throws XMLStreamException {
        String moment = null;
        while (cursor.nextChild()) {
            if (cursor.name().equals("Server_Timestamp_Data") && moment == null) {
                moment = cursor.value();
            } else {
                cursor.skip();
            }
        }
        if (moment == null) {
            throw new UnreadableAnswerException("it names no time");
        }
        return moment;
    }

    private static PageRecord page(Cursor cursor) throws XMLStreamException {
        Long totalResults = null;
        Long totalPages = null;
        Long pageResults = null;
        Long page = null;
        while (cursor.nextChild()) {
            switch (cursor.name()) {
                case "Total_Results" -> totalResults = number(cursor);
                case "Total_Pages" -> totalPages = number(cursor);
                case "Page_Results" -> pageResults = number(cursor);
                case "Page" -> page = number(cursor);
                default -> cursor.skip();
            }
        }
        return new PageRecord(totalResults, totalPages, pageResults, page);
    }

    private static @Nullable Long number(Cursor cursor) throws XMLStreamException {
        String text = cursor.value();
        if (text == null) {
            return null;
        }
        if (text.length() > 12 || !text.chars().allMatch(c -> c >= '0' && c <= '9')) {
            throw new UnreadableAnswerException("its paging block holds no number where one belongs");
        }
        return Long.valueOf(text);
    }

    private static LocationRecord location(Cursor cursor) throws XMLStreamException {
        Ids reference = Ids.NONE;
        String timeZone = null;
        while (cursor.nextChild()) {
            switch (cursor.name()) {
                case "Location_Reference" -> reference = Ids.of(cursor);
                case "Location_Data" -> {
                    while (cursor.nextChild()) {
                        if (cursor.name().equals("Time_Zone_Reference")) {
                            timeZone = Ids.only(cursor, "Time_Zone_ID");
                        } else {
                            cursor.skip();
                        }
                    }
                }
                default -> cursor.skip();
            }
        }
        return new LocationRecord(reference, timeZone);
    }

    private static GroupEntry group(Cursor cursor) throws XMLStreamException {
        Ids reference = Ids.NONE;
        String name = null;
        while (cursor.nextChild()) {
            switch (cursor.name()) {
                case "Provisioning_Group_Reference" -> reference = Ids.of(cursor);
                case "Provisioning_Group_Data" -> {
                    while (cursor.nextChild()) {
                        if (cursor.name().equals("Name")) {
                            name = cursor.value();
                        } else {
                            cursor.skip();
                        }
                    }
                }
                default -> cursor.skip();
            }
        }
        return new GroupEntry(reference, name);
    }

    private static void notFound(Cursor cursor, List<Ids.Id> into) throws XMLStreamException {
        while (cursor.nextChild()) {
            if (!cursor.name().equals("Invalid_Reference")) {
                cursor.skip();
                continue;
            }
            String id = null;
            String type = null;
            while (cursor.nextChild()) {
                switch (cursor.name()) {
                    case "Invalid_Reference_ID" -> id = cursor.value();
                    case "Invalid_Reference_ID_Type" -> type = cursor.value();
                    default -> cursor.skip();
                }
            }
            if (id != null) {
                into.add(new Ids.Id(type == null ? "" : type, id));
            }
        }
    }
}
