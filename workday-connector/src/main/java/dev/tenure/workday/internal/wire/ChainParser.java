package dev.tenure.workday.internal.wire;

import java.util.ArrayList;
import java.util.List;
import javax.xml.stream.XMLStreamException;

/** Reads the supervisory management chain, from the top down: of each level the first manager, none as empty ids. */
final class ChainParser {

    private ChainParser() {}

    static List<Ids> read(Cursor cursor) throws XMLStreamException {
        List<Ids> levels = new ArrayList<>();
        while (cursor.nextChild()) {
            if (!cursor.name().equals("Worker_Supervisory_Management_Chain_Data")) {
                cursor.skip();
                continue;
            }
            while (cursor.nextChild()) {
                if (cursor.name().equals("Management_Chain_Data")) {
                    levels.add(level(cursor));
                } else {
                    cursor.skip();
                }
            }
        }
        return levels;
    }

    private static Ids level(Cursor cursor) throws XMLStreamException {
        Ids manager = Ids.NONE;
        while (cursor.nextChild()) {
            boolean unknown = manager.isEmpty();
            switch (cursor.name()) {
                case "Manager_Reference" -> manager = unknown ? Ids.of(cursor) : skipped(cursor, manager);
                case "Manager" -> manager = unknown ? nested(cursor) : skipped(cursor, manager);
                default -> cursor.skip();
            }
        }
        return manager;
    }

    private static Ids nested(Cursor cursor) throws XMLStreamException {
        Ids manager = Ids.NONE;
        while (cursor.nextChild()) {
            if (cursor.name().equals("Worker_Reference")) {
                manager = Ids.of(cursor);
            } else {
                cursor.skip();
            }
        }
        return manager;
    }

    private static Ids skipped(Cursor cursor, Ids known) throws XMLStreamException {
        cursor.skip();
        return known;
    }
}
