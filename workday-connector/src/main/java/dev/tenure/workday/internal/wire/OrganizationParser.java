package dev.tenure.workday.internal.wire;

import java.util.ArrayList;
import java.util.List;
import javax.xml.stream.XMLStreamException;

/** Reads the organizations of a worker or of a job, which have the same form under different names. */
final class OrganizationParser {

    private OrganizationParser() {}

    static List<OrganizationRecord> read(Cursor cursor, String entry) throws XMLStreamException {
        List<OrganizationRecord> organizations = new ArrayList<>(5);
        while (cursor.nextChild()) {
            if (!cursor.name().equals(entry)) {
                cursor.skip();
                continue;
            }
            while (cursor.nextChild()) {
                if (cursor.name().equals("Organization_Data")) {
                    organizations.add(organization(cursor));
                } else {
                    cursor.skip();
                }
            }
        }
        return organizations;
    }

    private static OrganizationRecord organization(Cursor cursor) throws XMLStreamException {
        String type = null;
        String name = null;
        while (cursor.nextChild()) {
            switch (cursor.name()) {
                case "Organization_Name" -> name = cursor.value();
                case "Organization_Type_Reference" -> type = Ids.only(cursor, "Organization_Type_ID");
                default -> cursor.skip();
            }
        }
        return new OrganizationRecord(type, name);
    }
}
