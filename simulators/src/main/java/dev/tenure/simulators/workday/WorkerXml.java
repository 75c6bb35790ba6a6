package dev.tenure.simulators.workday;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Writes one worker as of a day and a moment, the blocks that were asked for and no others. */
final class WorkerXml {

    private static final int DEEPEST_CHAIN = 12;

    private final Tenant tenant;
    private final LocalDate day;
    private final Instant entry;
    private final Set<String> blocks;
    private final boolean fields;
    private final boolean endsShowEarly;

    WorkerXml(Tenant tenant, LocalDate day, Instant entry, Set<String> blocks, boolean fields, boolean endsShowEarly) {
        this.tenant = tenant;
        this.day = day;
        this.entry = entry;
        this.blocks = blocks;
        this.fields = fields;
        this.endsShowEarly = endsShowEarly;
    }

    void write(XmlText xml, Person person, List<LogEntry> log) {
        Map<Detail, String> details = person.details(day, entry);
        String name = displayName(details);
        xml.open("Worker");
        reference(xml, "Worker_Reference", person, name);
        xml.leaf("Worker_Descriptor", name);
        Optional<String> universalId = Optional.ofNullable(details.get(Detail.UNIVERSAL_ID));
        universalId.ifPresent(id -> xml.reference("Universal_Identifier_Reference", id, "Universal_Identifier_ID", id));
        xml.open("Worker_Data").leaf("Worker_ID", person.id);
        xml.optional("User_ID", Optional.ofNullable(details.get(Detail.USER_NAME)));
        xml.optional("Universal_ID", universalId);
        if (blocks.contains("Include_Personal_Information")) {
            PersonalXml.write(xml, tenant.usages(), person, details);
        }
        if (blocks.contains("Include_Employment_Information")) {
            employment(xml, person, details);
        }
        boolean working = person.spell(day, entry).begunBy(day);
        if (blocks.contains("Include_Organizations") && working) {
            organizations(xml, details);
        }
        if (blocks.contains("Include_Management_Chain_Data") && working) {
            chain(xml, person);
        }
        if (fields) {
            person.fields(day, entry).forEach((field, value) -> field(xml, field, value));
        }
        if (blocks.contains("Include_Transaction_Log_Data")) {
            log(xml, log);
        }
        if (blocks.contains("Include_User_Account") && details.containsKey(Detail.USER_NAME)) {
            account(xml, details);
        }
        if (blocks.contains("Include_Account_Provisioning")) {
            provisioning(xml, person);
        }
        xml.close().close();
    }

    private void employment(XmlText xml, Person person, Map<Detail, String> details) {
        Spell spell = person.spell(day, entry);
        xml.open("Employment_Data");
        if (spell.begunBy(day) && !spell.rescinded()) {
            PositionXml.write(
                    xml, person, details, spell, tenant.site(details.getOrDefault(Detail.SITE, "")), manager(details));
        }
        status(xml, person, spell);
        if (!person.employee) {
            xml.open("Worker_Contract_Data").leaf("Contract_Assignment_Details", "Project work");
            xml.optional("Contract_End_Date", Optional.ofNullable(details.get(Detail.CONTRACT_END)));
            xml.reference("Supplier_Reference", "Contoso Staffing", "Supplier_ID", "S-1")
                    .close();
        }
        xml.close();
    }

    private void status(XmlText xml, Person person, Spell spell) {
        Optional<Termination> end = shownEnd(person, spell);
        boolean terminated = spell.endedBefore(day);
        xml.open("Worker_Status_Data").flag("Active", spell.activeOn(day));
        if (!spell.rescinded()) {
            LocalDate since = terminated ? spell.end().orElseThrow().date() : spell.hireDate();
            xml.leaf("Active_Status_Date", since).leaf("Hire_Date", spell.hireDate());
        }
        xml.leaf("Original_Hire_Date", person.spells(entry).get(0).hireDate());
        if (!spell.rescinded()) {
            xml.leaf("First_Day_of_Work", spell.firstDayOfWork());
        }
        xml.flag("Terminated", terminated);
        end.ifPresent(termination -> {
            xml.leaf("Termination_Date", termination.date() + "-08:00");
            termination.reason().ifPresent(reason -> reason(xml, "Primary_Termination_Reason_Reference", reason));
            for (String reason : termination.secondaryReasons()) {
                xml.open("Secondary_Termination_Reasons_Data");
                reason(xml, "Secondary_Termination_Reason_Reference", reason);
                xml.close();
            }
        });
        if (spell.rescinded()) {
            xml.flag("Hire_Rescinded", true);
        }
        end.flatMap(Termination::lastDayOfWork)
                .ifPresent(last -> xml.leaf("Termination_Last_Day_of_Work", last + "-08:00"));
        xml.flag("Rehire", person.spells(entry).indexOf(spell) > 0).close();
    }

    /** The most recent termination: that of this employment, else that of the one before. */
    private Optional<Termination> shownEnd(Person person, Spell spell) {
        List<Spell> all = person.spells(entry);
        Optional<Termination> own =
                spell.end().filter(end -> endsShowEarly || !end.date().isAfter(day));
        int before = all.indexOf(spell) - 1;
        return own.isPresent() || before < 0 ? own : all.get(before).end();
    }

    private static void reason(XmlText xml, String name, String reason) {
        xml.reference(name, reason.replace('_', ' '), "Termination_Subcategory_ID", reason);
    }

    private static void organizations(XmlText xml, Map<Detail, String> details) {
        xml.open("Organization_Data");
        organization(xml, details.get(Detail.SUPERVISORY), "SUPERVISORY", "Supervisory");
        organization(xml, details.get(Detail.COMPANY), "COMPANY", "Company");
        organization(xml, details.get(Detail.COST_CENTER), "COST_CENTER", "Cost Center");
        organization(xml, details.get(Detail.BUSINESS_UNIT), "BUSINESS_UNIT", "Business Unit");
        xml.close();
    }

    private static void organization(XmlText xml, @Nullable String name, String type, String label) {
        if (name == null) {
            return;
        }
        String id = type + "-" + Wids.of(name).substring(0, 6);
        xml.open("Worker_Organization_Data")
                .reference("Organization_Reference", name, "Organization_Reference_ID", id)
                .open("Organization_Data")
                .leaf("Organization_Reference_ID", id)
                .leaf("Organization_Name", name)
                .reference("Organization_Type_Reference", label, "Organization_Type_ID", type)
                .close()
                .close();
    }

    private Optional<Person> manager(Map<Detail, String> details) {
        return Optional.ofNullable(details.get(Detail.MANAGER)).flatMap(tenant::find);
    }

    /** The managers from the top down; who manages in a circle is counted once. */
    private void chain(XmlText xml, Person person) {
        List<Person> upwards = new ArrayList<>();
        Set<String> seen = new HashSet<>(Set.of(person.id));
        Optional<Person> next = manager(person.details(day, entry));
        while (next.isPresent() && seen.add(next.get().id) && upwards.size() < DEEPEST_CHAIN) {
            upwards.add(next.get());
            next = manager(next.get().details(day, entry));
        }
        xml.open("Management_Chain_Data").open("Worker_Supervisory_Management_Chain_Data");
        for (int level = upwards.size() - 1; level >= 0; level--) {
            Person manager = upwards.get(level);
            Map<Detail, String> details = manager.details(day, entry);
            String name = displayName(details);
            xml.open("Management_Chain_Data")
                    .reference(
                            "Organization_Reference",
                            "Team of " + name,
                            "Organization_Reference_ID",
                            "SUP-" + manager.id);
            reference(xml, "Manager_Reference", manager, name);
            xml.open("Manager");
            reference(xml, "Worker_Reference", manager, name);
            xml.leaf("Worker_Descriptor", name).close().close();
        }
        xml.close().close();
    }

    private static void field(XmlText xml, String field, String value) {
        xml.open("Integration_Field_Override_Data")
                .open("Field_Reference", "Descriptor", field)
                .leaf("ID", Wids.of("field:" + field), "type", "WID")
                .leaf(
                        "ID",
                        field,
                        "type",
                        "Integration_Document_Field_Name",
                        "parent_id",
                        "Tenure_Field_Override",
                        "parent_type",
                        "Integration_Document_Name")
                .close();
        if (!value.isEmpty()) {
            xml.leaf("Value", value);
        }
        xml.close();
    }

    private static void log(XmlText xml, List<LogEntry> entries) {
        xml.open("Transaction_Log_Entry_Data");
        for (LogEntry each : entries) {
            xml.open("Transaction_Log_Entry")
                    .open("Transaction_Log_Data")
                    .leaf("Transaction_Log_Description", each.type())
                    .leaf("Transaction_Effective_Moment", each.effectiveMoment())
                    .leaf("Transaction_Entry_Moment", each.entered())
                    .reference("Transaction_Log_Type_Reference", each.type(), "Business_Process_Type", each.type())
                    .flag("Is_Rescind_Or_Rescinded", each.rescinded())
                    .flag("Is_Correction_Or_Corrected", false)
                    .close()
                    .close();
        }
        xml.close();
    }

    private static void account(XmlText xml, Map<Detail, String> details) {
        xml.open("User_Account_Data").leaf("User_Name", details.getOrDefault(Detail.USER_NAME, ""));
        Optional.ofNullable(details.get(Detail.TIME_ZONE))
                .ifPresent(zone -> xml.reference("Time_Zone_Reference", zone, "Time_Zone_ID", zone));
        xml.close();
    }

    private void provisioning(XmlText xml, Person person) {
        xml.open("Account_Provisioning_Data");
        person.groups(entry)
                .forEach((key, assigned) -> tenant.group(key)
                        .ifPresent(group -> xml.open("Provisioning_Group_Assignment_Data")
                                .leaf("Provisioning_Group", group.name())
                                .leaf("Status", assigned ? "Assigned" : "Unassigned")
                                .leaf("Last_Changed", entry)
                                .close()));
        xml.close();
    }

    private static void reference(XmlText xml, String element, Person person, String name) {
        xml.open(element, "Descriptor", name)
                .leaf("ID", person.wid(), "type", "WID")
                .leaf("ID", person.id, "type", person.idType())
                .close();
    }

    private static String displayName(Map<Detail, String> details) {
        String first = details.getOrDefault(Detail.PREFERRED_FIRST, details.getOrDefault(Detail.LEGAL_FIRST, ""));
        String last = details.getOrDefault(Detail.PREFERRED_LAST, details.getOrDefault(Detail.LEGAL_LAST, ""));
        return (first + " " + last).strip();
    }
}
