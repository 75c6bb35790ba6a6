package dev.tenure.simulators.workday;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Writes the job of a worker: position, profile, site, manager. */
final class PositionXml {

    private PositionXml() {}

    static void write(
            XmlText xml,
            Person person,
            Map<Detail, String> details,
            Spell spell,
            Optional<Site> site,
            Optional<Person> manager) {
        String title = details.getOrDefault(Detail.TITLE, "Employee");
        String kind = details.getOrDefault(Detail.WORKER_TYPE, person.employee ? "Regular" : "Consultant");
        xml.open("Worker_Job_Data", "Primary_Job", "1")
                .open("Position_Data", "Effective_Date", spell.hireDate().toString())
                .reference("Position_Reference", title, "Position_ID", "P-" + person.id)
                .leaf("Position_ID", "P-" + person.id)
                .leaf("Position_Title", title)
                .leaf("Business_Title", title)
                .leaf("Start_Date", spell.hireDate())
                .reference(
                        "Worker_Type_Reference",
                        kind + " worker",
                        person.employee ? "Employee_Type_ID" : "Contingent_Worker_Type_ID",
                        kind)
                .flag("Job_Exempt", true)
                .open("Job_Profile_Summary_Data")
                .reference("Job_Profile_Reference", "Professional", "Job_Profile_ID", "JP-100")
                .flag("Job_Exempt", true)
                .leaf("Job_Profile_Name", "Professional")
                .close();
        site.ifPresent(place -> site(xml, place));
        manager.ifPresent(boss -> xml.open("Manager_as_of_last_detected_manager_change_Reference")
                .leaf("ID", boss.wid(), "type", "WID")
                .leaf("ID", boss.id, "type", boss.idType())
                .close());
        xml.close().close();
    }

    private static void site(XmlText xml, Site site) {
        xml.open("Business_Site_Summary_Data")
                .reference("Location_Reference", site.name(), "Location_ID", site.id())
                .leaf("Name", site.name())
                .reference("Location_Type_Reference", "Office", "Location_Type_ID", "LT-1")
                .reference("Local_Reference", site.locale(), "Locale_ID", site.locale())
                .reference("Time_Profile_Reference", "Standard", "Time_Profile_ID", "Standard_Hours_40")
                .open(
                        "Address_Data",
                        "Formatted_Address",
                        String.join("\n", site.lines()),
                        "Effective_Date",
                        "2020-01-01");
        xml.open("Country_Reference", "Descriptor", site.country())
                .leaf("ID", Wids.of("country:" + site.country()), "type", "WID")
                .leaf("ID", site.country(), "type", "ISO_3166-1_Alpha-2_Code")
                .leaf("ID", site.countryAlpha3(), "type", "ISO_3166-1_Alpha-3_Code")
                .close();
        List<String> lines = site.lines();
        for (int i = 0; i < lines.size(); i++) {
            xml.leaf(
                    "Address_Line_Data",
                    lines.get(i),
                    "Descriptor",
                    "Address Line " + (i + 1),
                    "Type",
                    "ADDRESS_LINE_" + (i + 1));
        }
        xml.leaf("Municipality", site.city());
        if (!site.region().isEmpty()) {
            xml.reference("Country_Region_Reference", site.region(), "Country_Region_ID", site.regionCode())
                    .leaf("Country_Region_Descriptor", site.region());
        }
        xml.leaf("Postal_Code", site.postalCode()).close().close();
    }
}
