package dev.tenure.workday.internal.wire;

import java.util.ArrayList;
import java.util.List;
import javax.xml.stream.XMLStreamException;

/** Reads {@code Worker_Status_Data}. */
final class StatusParser {

    private StatusParser() {}

    static StatusRecord read(Cursor cursor) throws XMLStreamException {
        String active = null;
        String activeStatusDate = null;
        String hireDate = null;
        String firstDayOfWork = null;
        String terminated = null;
        String terminationDate = null;
        String lastDayOfWork = null;
        String hireRescinded = null;
        Ids primaryReason = Ids.NONE;
        List<Ids> secondaryReasons = new ArrayList<>(0);
        while (cursor.nextChild()) {
            switch (cursor.name()) {
                case "Active" -> active = cursor.value();
                case "Active_Status_Date" -> activeStatusDate = cursor.value();
                case "Hire_Date" -> hireDate = cursor.value();
                case "First_Day_of_Work" -> firstDayOfWork = cursor.value();
                case "Terminated" -> terminated = cursor.value();
                case "Termination_Date" -> terminationDate = cursor.value();
                case "Termination_Last_Day_of_Work" -> lastDayOfWork = cursor.value();
                case "Hire_Rescinded" -> hireRescinded = cursor.value();
                case "Primary_Termination_Reason_Reference" -> primaryReason = Ids.of(cursor);
                case "Secondary_Termination_Reasons_Data" -> secondaryReason(cursor, secondaryReasons);
                default -> cursor.skip();
            }
        }
        return new StatusRecord(
                active,
                activeStatusDate,
                hireDate,
                firstDayOfWork,
                terminated,
                terminationDate,
                lastDayOfWork,
                hireRescinded,
                primaryReason,
                secondaryReasons);
    }

    private static void secondaryReason(Cursor cursor, List<Ids> into) throws XMLStreamException {
        while (cursor.nextChild()) {
            if (cursor.name().equals("Secondary_Termination_Reason_Reference")) {
                into.add(Ids.of(cursor));
            } else {
                cursor.skip();
            }
        }
    }
}
