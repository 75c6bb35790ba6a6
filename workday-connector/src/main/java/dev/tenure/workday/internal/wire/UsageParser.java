package dev.tenure.workday.internal.wire;

import java.util.List;
import javax.xml.stream.XMLStreamException;

/** Reads {@code Usage_Data}: {@code Public} hangs on it, {@code Primary} on each type in it. */
final class UsageParser {

    private UsageParser() {}

    static void read(Cursor cursor, List<UsageRecord> into) throws XMLStreamException {
        while (cursor.nextChild()) {
            if (!cursor.name().equals("Type_Data")) {
                cursor.skip();
                continue;
            }
            boolean primary = cursor.flag("Primary");
            String type = null;
            while (cursor.nextChild()) {
                if (cursor.name().equals("Type_Reference")) {
                    type = Ids.only(cursor, "Communication_Usage_Type_ID");
                } else {
                    cursor.skip();
                }
            }
            into.add(new UsageRecord(type, primary));
        }
    }
}
