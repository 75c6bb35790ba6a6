package dev.tenure.workday.internal.wire;

import dev.tenure.workday.internal.wire.WorkersQuery.Block;
import dev.tenure.workday.internal.wire.WorkersQuery.Effective;
import dev.tenure.workday.internal.wire.WorkersQuery.Entered;
import dev.tenure.workday.internal.wire.WorkersQuery.Everyone;
import dev.tenure.workday.internal.wire.WorkersQuery.Referenced;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Writes the bodies of requests, in the order that the schema wants. Immutable. */
public final class Requests {

    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern(
                    "uuuu-MM-dd'T'HH:mm:ss.SSS'Z'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);
    private static final int MOST_PER_PAGE = 999;

    private final String version;

    /**
     * Makes a writer.
     *
     * @param version the version of the service, such as {@code v31.2}
     */
    public Requests(String version) {
        this.version = version;
    }

    /**
     * Asks what time it is at Workday.
     *
     * @return the body
     */
    public byte[] serverTimestamp() {
        return request("Server_Timestamp_Get").toBytes();
    }

    /**
     * Asks for workers.
     *
     * @param query which, and what of them
     * @param page which page, from 1
     * @return the body
     */
    public byte[] workers(WorkersQuery query, long page) {
        RequestXml xml = request("Get_Workers_Request");
        if (query.selection() instanceof Referenced referenced) {
            references(xml, referenced);
        }
        criteria(xml, query);
        xml.open("Response_Filter").leaf("As_Of_Effective_Date", query.asOf());
        if (query.entryMoment() != null) {
            xml.leaf("As_Of_Entry_DateTime", MOMENT.format(query.entryMoment())).leaf("Page", page);
        }
        xml.leaf("Count", query.count()).close();
        responseGroup(xml, query.blocks());
        return xml.toBytes();
    }

    /**
     * Asks for locations.
     *
     * @param ids their ids
     * @return the body
     */
    public byte[] locations(List<String> ids) {
        RequestXml xml =
                request("Get_Locations_Request").open("Request_References", "Skip_Non_Existing_Instances", "true");
        for (String id : ids) {
            xml.reference("Location_Reference", "Location_ID", id);
        }
        return xml.close()
                .open("Response_Filter")
                .leaf("Count", MOST_PER_PAGE)
                .close()
                .open("Response_Group")
                .flag("Include_Reference")
                .flag("Include_Location_Data")
                .toBytes();
    }

    /**
     * Asks for provisioning groups.
     *
     * @param asOf the day as of which they are wanted
     * @param entryMoment the moment as known at which they are wanted, the same for all pages
     * @param page which page, from 1
     * @return the body
     */
    public byte[] groups(LocalDate asOf, Instant entryMoment, long page) {
        return request("Get_Provisioning_Groups_Request")
                .open("Response_Filter")
                .leaf("As_Of_Effective_Date", asOf)
                .leaf("As_Of_Entry_DateTime", MOMENT.format(entryMoment))
                .leaf("Page", page)
                .leaf("Count", MOST_PER_PAGE)
                .close()
                .open("Response_Group")
                .flag("Include_Reference")
                .flag("Include_Provisioning_Group_Data")
                .toBytes();
    }

    /**
     * Asks for the home contact data of a worker.
     *
     * @param wid Workday's own id of the worker
     * @return the body
     */
    public byte[] homeContact(String wid) {
        return request("Get_Change_Home_Contact_Information_Request")
                .open("Request_References")
                .reference("Person_Reference", Ids.WID, wid)
                .toBytes();
    }

    /**
     * Changes contact data at once and without approval. What is not named stays: nothing is replaced as a whole.
     *
     * @param change the change
     * @return the body
     */
    public byte[] contact(ContactChange change) {
        boolean work = change.usage().equals("WORK");
        String name = work ? "Change_Work_Contact_Information" : "Change_Home_Contact_Information";
        RequestXml xml = request(name + "_Request")
                .open("Business_Process_Parameters")
                .flag("Auto_Complete")
                .flag("Run_Now")
                .close()
                .open(name + "_Data")
                .reference("Person_Reference", Ids.WID, change.wid())
                .leaf("Event_Effective_Date", change.effective())
                .open("Person_Contact_Information_Data");
        if (!change.phones().isEmpty()) {
            xml.open("Person_Phone_Information_Data", "Replace_All", "false");
            change.phones().forEach(phone -> phone(xml, work, phone));
            xml.close();
        }
        if (!change.emails().isEmpty()) {
            xml.open("Person_Email_Information_Data", "Replace_All", "false");
            change.emails().forEach(email -> email(xml, work, email));
            xml.close();
        }
        return xml.toBytes();
    }

    private static void phone(RequestXml xml, boolean work, ContactChange.PhoneEntry phone) {
        xml.open("Phone_Information_Data", "Delete", "false")
                .open("Phone_Data")
                .reference("Device_Type_Reference", "Phone_Device_Type_ID", phone.device())
                .reference("Country_Code_Reference", "Country_Phone_Code_ID", phone.countryCode())
                .leaf("Complete_Phone_Number", phone.number())
                .close();
        usage(xml, work, phone.usage(), phone.primary());
        phone.reference().ifPresent(id -> xml.reference("Phone_Reference", id.type(), id.value()));
        xml.close();
    }

    private static void email(RequestXml xml, boolean work, ContactChange.EmailEntry email) {
        xml.open("Email_Information_Data", "Delete", "false")
                .open("Email_Data")
                .leaf("Email_Address", email.address())
                .close();
        usage(xml, work, email.usage(), email.primary());
        email.reference().ifPresent(id -> xml.reference("Email_Reference", id.type(), id.value()));
        xml.close();
    }

    private static void usage(RequestXml xml, boolean work, String type, boolean primary) {
        xml.open("Usage_Data", "Public", Boolean.toString(work))
                .open("Type_Data", "Primary", Boolean.toString(primary))
                .reference("Type_Reference", "Communication_Usage_Type_ID", type)
                .close()
                .close();
    }

    private RequestXml request(String element) {
        return new RequestXml().open(element, "version", version);
    }

    private static void references(RequestXml xml, Referenced referenced) {
        xml.open("Request_References", "Skip_Non_Existing_Instances", "true", "Ignore_Invalid_References", "true");
        for (Ids.Id id : referenced.ids()) {
            xml.reference("Worker_Reference", id.type(), id.value());
        }
        xml.close();
    }

    private static void criteria(RequestXml xml, WorkersQuery query) {
        xml.open("Request_Criteria");
        if (query.selection() instanceof Entered entered) {
            range(xml, "Updated", entered.from(), entered.through(), List.of());
        } else if (query.selection() instanceof Effective effective) {
            range(xml, "Effective", effective.from(), effective.through(), effective.types());
        }
        if (query.integrationSystem() != null) {
            xml.open("Field_And_Parameter_Criteria_Data")
                    .reference("Provider_Reference", "Integration_System_ID", query.integrationSystem())
                    .close();
        }
        if (query.selection() instanceof Everyone) {
            xml.leaf("Exclude_Inactive_Workers", "false");
        }
        xml.close();
    }

    private static void range(RequestXml xml, String kind, Instant from, Instant through, List<String> types) {
        xml.open("Transaction_Log_Criteria_Data")
                .open("Transaction_Date_Range_Data")
                .leaf(kind + "_From", MOMENT.format(from))
                .leaf(kind + "_Through", MOMENT.format(through))
                .close();
        if (!types.isEmpty()) {
            xml.open("Transaction_Type_References");
            for (String type : types) {
                xml.reference("Transaction_Type_Reference", "Business_Process_Type", type);
            }
            xml.close();
        }
        xml.close();
    }

    /** What is not asked for does not travel: without a group Workday would send salaries. */
    private static void responseGroup(RequestXml xml, Set<Block> blocks) {
        xml.open("Response_Group").flag("Include_Reference");
        xml.leaf("Include_Personal_Information", blocks.contains(Block.PERSONAL));
        xml.leaf("Include_Employment_Information", blocks.contains(Block.EMPLOYMENT));
        xml.leaf("Include_Compensation", false);
        boolean organizations = blocks.contains(Block.ORGANIZATIONS);
        xml.leaf("Include_Organizations", organizations);
        if (organizations) {
            xml.flag("Exclude_Organization_Support_Role_Data").flag("Exclude_Location_Hierarchies");
            xml.leaf("Exclude_Cost_Centers", !blocks.contains(Block.COST_CENTERS));
            xml.flag("Exclude_Cost_Center_Hierarchies");
            xml.leaf("Exclude_Companies", !blocks.contains(Block.COMPANIES));
            xml.flag("Exclude_Company_Hierarchies").flag("Exclude_Matrix_Organizations");
            xml.flag("Exclude_Pay_Groups").flag("Exclude_Regions").flag("Exclude_Region_Hierarchies");
            xml.leaf("Exclude_Supervisory_Organizations", false);
            xml.flag("Exclude_Teams").flag("Exclude_Custom_Organizations");
        }
        xml.leaf("Include_Roles", false);
        xml.leaf("Include_Management_Chain_Data", blocks.contains(Block.MANAGEMENT_CHAIN));
        xml.leaf("Include_Transaction_Log_Data", blocks.contains(Block.LOG));
        xml.leaf("Include_User_Account", blocks.contains(Block.ACCOUNT));
        xml.leaf("Include_Account_Provisioning", blocks.contains(Block.PROVISIONING));
        if (organizations) {
            xml.flag("Exclude_Funds").flag("Exclude_Fund_Hierarchies");
            xml.flag("Exclude_Grants").flag("Exclude_Grant_Hierarchies");
            xml.leaf("Exclude_Business_Units", !blocks.contains(Block.BUSINESS_UNITS));
            xml.flag("Exclude_Business_Unit_Hierarchies");
            xml.flag("Exclude_Programs").flag("Exclude_Program_Hierarchies");
            xml.flag("Exclude_Gifts").flag("Exclude_Gift_Hierarchies");
        }
        xml.close();
    }
}
