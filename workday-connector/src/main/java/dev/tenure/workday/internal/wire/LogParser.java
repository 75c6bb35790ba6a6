package dev.tenure.workday.internal.wire;

import java.util.List;
import javax.xml.stream.XMLStreamException;

/** Reads {@code Transaction_Log_Entry_Data}. */
final class LogParser {

    private LogParser() {}

    static void read(Cursor cursor, List<LogRecord> into) throws XMLStreamException {
        while (cursor.nextChild()) {
            if (!cursor.name().equals("Transaction_Log_Entry")) {
                cursor.skip();
                continue;
            }
            while (cursor.nextChild()) {
                if (cursor.name().equals("Transaction_Log_Data")) {
                    into.add(entry(cursor));
                } else {
                    cursor.skip();
                }
            }
        }
    }

    private static LogRecord entry(Cursor cursor) throws XMLStreamException {
        String type = null;
        String effective = null;
        boolean rescinded = false;
        while (cursor.nextChild()) {
            switch (cursor.name()) {
                case "Transaction_Effective_Moment" -> effective = cursor.value();
                case "Transaction_Log_Type_Reference" -> {
                    String id = Ids.only(cursor, "Business_Process_Type");
                    type = type == null ? id : type;
                }
                case "Is_Rescind_Or_Rescinded" -> {
                    String flag = cursor.value();
                    rescinded = flag != null && Flags.TRUE.contains(flag);
                }
                default -> cursor.skip();
            }
        }
        return new LogRecord(type, effective, rescinded);
    }
}
