package dev.tenure.workday.internal.wire;

import java.util.ArrayList;
import java.util.List;
import javax.xml.stream.XMLStreamException;
import org.jspecify.annotations.Nullable;

/** Reads {@code Worker_Job_Data}: the position, its site, and the organizations of the job. */
final class JobParser {

    private JobParser() {}

    static JobRecord read(Cursor cursor) throws XMLStreamException {
        Boolean primary = cursor.attribute("Primary_Job") == null ? null : cursor.flag("Primary_Job");
        JobRecord position = null;
        List<OrganizationRecord> organizations = List.of();
        while (cursor.nextChild()) {
            switch (cursor.name()) {
                case "Position_Data" -> position = position(cursor);
                case "Position_Organizations_Data" ->
                    organizations = OrganizationParser.read(cursor, "Position_Organization_Data");
                default -> cursor.skip();
            }
        }
        if (position == null) {
            return new JobRecord(primary, false, null, Ids.NONE, null, null, Ids.NONE, organizations);
        }
        return new JobRecord(
                primary,
                true,
                position.businessTitle(),
                position.workerType(),
                position.workerTypeName(),
                position.site(),
                position.manager(),
                organizations);
    }

    /** Reads {@code Position_Data}, which stood directly under the employment data in old versions. */
    static JobRecord position(Cursor cursor) throws XMLStreamException {
        String businessTitle = null;
        Ids workerType = Ids.NONE;
        String workerTypeName = null;
        SiteRecord site = null;
        Ids manager = Ids.NONE;
        while (cursor.nextChild()) {
            switch (cursor.name()) {
                case "Business_Title" -> businessTitle = cursor.value();
                case "Worker_Type_Reference" -> {
                    workerTypeName = cursor.attribute("Descriptor");
                    workerType = Ids.of(cursor);
                }
                case "Business_Site_Summary_Data" -> site = site(cursor);
                case "Manager_as_of_last_detected_manager_change_Reference" -> manager = Ids.of(cursor);
                default -> cursor.skip();
            }
        }
        return new JobRecord(null, true, businessTitle, workerType, workerTypeName, site, manager, List.of());
    }

    private static SiteRecord site(Cursor cursor) throws XMLStreamException {
        String name = null;
        Ids location = Ids.NONE;
        List<AddressRecord> addresses = new ArrayList<>(1);
        while (cursor.nextChild()) {
            switch (cursor.name()) {
                case "Name" -> name = cursor.value();
                case "Location_Reference" -> location = Ids.of(cursor);
                case "Address_Data" -> addresses.add(address(cursor));
                default -> cursor.skip();
            }
        }
        return new SiteRecord(name, location, addresses);
    }

    private static AddressRecord address(Cursor cursor) throws XMLStreamException {
        List<AddressRecord.Line> lines = new ArrayList<>(2);
        String municipality = null;
        String regionName = null;
        Ids region = Ids.NONE;
        String postalCode = null;
        Ids country = Ids.NONE;
        List<UsageRecord> usages = new ArrayList<>(0);
        while (cursor.nextChild()) {
            switch (cursor.name()) {
                case "Address_Line_Data" -> line(cursor, lines);
                case "Municipality" -> municipality = cursor.value();
                case "Country_Region_Descriptor" -> regionName = cursor.value();
                case "Country_Region_Reference" -> region = Ids.of(cursor);
                case "Postal_Code" -> postalCode = cursor.value();
                case "Country_Reference" -> country = Ids.of(cursor);
                case "Usage_Data" -> UsageParser.read(cursor, usages);
                default -> cursor.skip();
            }
        }
        return new AddressRecord(lines, municipality, regionName, region, postalCode, country, usages);
    }

    private static void line(Cursor cursor, List<AddressRecord.Line> lines) throws XMLStreamException {
        @Nullable String type = cursor.attribute("Type");
        String text = cursor.value();
        if (text != null) {
            lines.add(new AddressRecord.Line(type == null ? "" : type, text));
        }
    }
}
