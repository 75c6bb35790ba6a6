package dev.tenure.workday.internal.wire;

import java.util.ArrayList;
import java.util.List;
import javax.xml.stream.XMLStreamException;
import org.jspecify.annotations.Nullable;

/** Reads {@code Personal_Data}: names, e-mails, phones. */
final class PersonParser {

    private PersonParser() {}

    static PersonRecord read(Cursor cursor) throws XMLStreamException {
        String universalId = null;
        NameRecord preferred = null;
        NameRecord legal = null;
        ContactRecord contact = null;
        while (cursor.nextChild()) {
            switch (cursor.name()) {
                case "Universal_ID" -> universalId = cursor.value();
                case "Name_Data" -> {
                    while (cursor.nextChild()) {
                        switch (cursor.name()) {
                            case "Legal_Name_Data" -> legal = name(cursor);
                            case "Preferred_Name_Data" -> preferred = name(cursor);
                            default -> cursor.skip();
                        }
                    }
                }
                case "Contact_Data" -> contact = contact(cursor);
                default -> cursor.skip();
            }
        }
        return new PersonRecord(universalId, preferred, legal, contact);
    }

    private static NameRecord name(Cursor cursor) throws XMLStreamException {
        String first = null;
        String last = null;
        while (cursor.nextChild()) {
            if (!cursor.name().equals("Name_Detail_Data")) {
                cursor.skip();
                continue;
            }
            while (cursor.nextChild()) {
                switch (cursor.name()) {
                    case "First_Name" -> first = cursor.value();
                    case "Last_Name" -> last = cursor.value();
                    default -> cursor.skip();
                }
            }
        }
        return new NameRecord(first, last);
    }

    private static ContactRecord contact(Cursor cursor) throws XMLStreamException {
        List<EmailRecord> emails = new ArrayList<>(2);
        List<PhoneRecord> phones = new ArrayList<>(3);
        while (cursor.nextChild()) {
            switch (cursor.name()) {
                case "Email_Address_Data" -> emails.add(email(cursor));
                case "Phone_Data" -> phones.add(phone(cursor));
                default -> cursor.skip();
            }
        }
        return new ContactRecord(emails, phones);
    }

    private static EmailRecord email(Cursor cursor) throws XMLStreamException {
        String address = null;
        List<UsageRecord> usages = new ArrayList<>(1);
        Ids reference = Ids.NONE;
        while (cursor.nextChild()) {
            switch (cursor.name()) {
                case "Email_Address" -> address = cursor.value();
                case "Usage_Data" -> UsageParser.read(cursor, usages);
                case "Email_Reference" -> reference = Ids.of(cursor);
                default -> cursor.skip();
            }
        }
        return new EmailRecord(address, usages, reference);
    }

    private static PhoneRecord phone(Cursor cursor) throws XMLStreamException {
        String e164 = cursor.attribute("E164_Formatted_Phone");
        String formatted = firstOf(
                cursor,
                "International_Formatted_Phone",
                "Workday_Traditional_Formatted_Phone",
                "Tenant_Formatted_Phone",
                "Formatted_Phone");
        String areaCode = cursor.attribute("Area_Code");
        String countryIso = null;
        String countryCode = null;
        String number = null;
        String deviceType = null;
        List<UsageRecord> usages = new ArrayList<>(1);
        Ids reference = Ids.NONE;
        while (cursor.nextChild()) {
            switch (cursor.name()) {
                case "Country_ISO_Code" -> countryIso = cursor.value();
                case "International_Phone_Code" -> countryCode = cursor.value();
                case "Area_Code" -> areaCode = cursor.value();
                case "Phone_Number" -> number = cursor.value();
                case "Phone_Device_Type_Reference" -> deviceType = Ids.only(cursor, "Phone_Device_Type_ID");
                case "Usage_Data" -> UsageParser.read(cursor, usages);
                case "Phone_Reference" -> reference = Ids.of(cursor);
                default -> cursor.skip();
            }
        }
        return new PhoneRecord(
                e164, formatted, countryIso, countryCode, areaCode, number, deviceType, usages, reference);
    }

    private static @Nullable String firstOf(Cursor cursor, String... attributes) throws XMLStreamException {
        for (String attribute : attributes) {
            String value = cursor.attribute(attribute);
            if (value != null && !value.isBlank()) {
                return value;
            }
        }
        return null;
    }
}
