package dev.tenure.simulators.workday;

import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Writes names and contact data. */
final class PersonalXml {

    private PersonalXml() {}

    static void write(XmlText xml, UsageIds usages, Person person, Map<Detail, String> details) {
        xml.open("Personal_Data");
        xml.optional("Universal_ID", Optional.ofNullable(details.get(Detail.UNIVERSAL_ID)));
        xml.open("Name_Data");
        name(xml, "Legal_Name_Data", details.get(Detail.LEGAL_FIRST), details.get(Detail.LEGAL_LAST));
        if (details.containsKey(Detail.PREFERRED_FIRST) || details.containsKey(Detail.PREFERRED_LAST)) {
            name(xml, "Preferred_Name_Data", details.get(Detail.PREFERRED_FIRST), details.get(Detail.PREFERRED_LAST));
        }
        xml.close().open("Contact_Data");
        phone(xml, usages, person, details.get(Detail.MOBILE_PHONE), "Mobile", usages.work(), true);
        phone(
                xml,
                usages,
                person,
                details.get(Detail.WORK_PHONE),
                "Landline",
                usages.work(),
                !details.containsKey(Detail.MOBILE_PHONE));
        phone(xml, usages, person, details.get(Detail.HOME_PHONE), "Telephone", usages.home(), true);
        email(xml, usages, person, details.get(Detail.WORK_EMAIL), usages.work());
        email(xml, usages, person, details.get(Detail.HOME_EMAIL), usages.home());
        xml.close().close();
    }

    private static void name(XmlText xml, String block, @Nullable String first, @Nullable String last) {
        String whole = ((first == null ? "" : first) + " " + (last == null ? "" : last)).strip();
        xml.open(block)
                .open(
                        "Name_Detail_Data",
                        "Formatted_Name",
                        whole,
                        "Reporting_Name",
                        (last == null ? "" : last + ", ") + (first == null ? "" : first))
                .raw(country());
        xml.optional("First_Name", Optional.ofNullable(first));
        xml.optional("Last_Name", Optional.ofNullable(last));
        xml.close().close();
    }

    private static String country() {
        return new XmlText()
                .open("Country_Reference", "Descriptor", "United States of America")
                .leaf("ID", Wids.of("country:US"), "type", "WID")
                .leaf("ID", "US", "type", "ISO_3166-1_Alpha-2_Code")
                .leaf("ID", "USA", "type", "ISO_3166-1_Alpha-3_Code")
                .close()
                .toString();
    }

    private static void phone(
            XmlText xml,
            UsageIds usages,
            Person person,
            @Nullable String e164,
            String device,
            String usage,
            boolean primary) {
        if (e164 == null) {
            return;
        }
        xml.open("Phone_Data", "Tenant_Formatted_Phone", e164, "E164_Formatted_Phone", e164)
                .leaf("Phone_Number", e164.replace("+", ""))
                .reference("Phone_Device_Type_Reference", device, "Phone_Device_Type_ID", device);
        usage(xml, usages, usage, primary);
        xml.reference("Phone_Reference", device, "Phone_ID", "PHONE-" + person.id + "-" + usage + "-" + device)
                .close();
    }

    private static void email(XmlText xml, UsageIds usages, Person person, @Nullable String address, String usage) {
        if (address == null) {
            return;
        }
        xml.open("Email_Address_Data").leaf("Email_Address", address);
        usage(xml, usages, usage, true);
        xml.reference("Email_Reference", usage, "Email_ID", "EMAIL-" + person.id + "-" + usage)
                .close();
    }

    private static void usage(XmlText xml, UsageIds usages, String usage, boolean primary) {
        xml.open("Usage_Data", "Public", usage.equals(usages.work()) ? "1" : "0")
                .open("Type_Data", "Primary", primary ? "1" : "0")
                .reference("Type_Reference", usage, "Communication_Usage_Type_ID", usage)
                .close()
                .close();
    }
}
