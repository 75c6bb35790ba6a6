package dev.tenure.simulators.workday;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Answers the requests that change contact data, and the one that asks whose home contact data there are. */
final class ChangeContact {

    private final Tenant tenant;
    private final Set<String> devices;

    ChangeContact(Tenant tenant, Set<String> devices) {
        this.tenant = tenant;
        this.devices = Set.copyOf(devices);
    }

    String answer(Node request, String kind) {
        boolean work = kind.equals("Work");
        String name = "Change_" + kind + "_Contact_Information";
        Node data = request.at(name + "_Data").orElseThrow(() -> SoapFault.validation("The request has no data."));
        Person person = person(data.at("Person_Reference", "ID")
                .orElseThrow(() -> SoapFault.validation("The person reference is required.")));
        WorkerEdit edit = new WorkerEdit();
        data.at("Person_Contact_Information_Data", "Person_Phone_Information_Data")
                .ifPresent(phones -> phones.all("Phone_Information_Data").forEach(phone -> phone(edit, work, phone)));
        data.at("Person_Contact_Information_Data", "Person_Email_Information_Data")
                .ifPresent(emails -> emails.all("Email_Information_Data").forEach(email -> email(edit, work, email)));
        tenant.change(
                person.id, LocalDate.parse(data.textAt("Event_Effective_Date").orElseThrow()), edit);
        return new XmlText()
                .open(name + "_Event_Reference")
                .leaf("ID", Wids.of("event:" + person.id + tenant.now()), "type", "WID")
                .close()
                .toString();
    }

    /** Names the persons; their data are read by Get_Workers. */
    String home(Node request) {
        XmlText xml = new XmlText().open("Response_Data");
        request.at("Request_References")
                .map(references -> references.all("Person_Reference"))
                .orElse(List.of())
                .forEach(reference -> {
                    Person person = person(reference
                            .at("ID")
                            .orElseThrow(() -> SoapFault.validation("The person reference is required.")));
                    xml.open("Change_Home_Contact_Information")
                            .open("Person_Reference")
                            .leaf("ID", person.wid(), "type", "WID")
                            .close()
                            .close();
                });
        return xml.close().toString();
    }

    private Person person(Node id) {
        return tenant.people().stream()
                .filter(person -> id.attribute("type").equals("WID")
                        ? person.wid().equals(id.text())
                        : person.idType().equals(id.attribute("type")) && person.id.equals(id.text()))
                .findFirst()
                .orElseThrow(() -> SoapFault.invalidId(id.text(), id.attribute("type")));
    }

    private void phone(WorkerEdit edit, boolean work, Node phone) {
        checkUsage(work, phone);
        String device =
                phone.textAt("Phone_Data", "Device_Type_Reference", "ID").orElse("");
        if (!devices.contains(device)) {
            throw SoapFault.invalidId(device, "Phone_Device_Type_ID");
        }
        String code = phone.textAt("Phone_Data", "Country_Code_Reference", "ID")
                .orElseThrow(
                        () -> SoapFault.validation("Country Code is required for all phone device types except VOIP."));
        String number = "+" + code.substring(code.indexOf('_') + 1)
                + phone.textAt("Phone_Data", "Complete_Phone_Number").orElse("");
        if (!work) {
            edit.homePhone(number);
        } else if (device.equals("Mobile")) {
            edit.mobilePhone(number);
        } else {
            edit.workPhone(number);
        }
    }

    private void email(WorkerEdit edit, boolean work, Node email) {
        checkUsage(work, email);
        Optional<String> address = email.textAt("Email_Data", "Email_Address");
        if (!work) {
            edit.homeEmail(address.orElse(""));
        } else {
            edit.email(address.orElse(""));
        }
    }

    private void checkUsage(boolean work, Node entry) {
        String given =
                entry.textAt("Usage_Data", "Type_Data", "Type_Reference", "ID").orElse("");
        UsageIds usages = tenant.usages();
        if (!usages.knows(given)) {
            throw SoapFault.invalidId(given, "Communication_Usage_Type_ID");
        }
        if (!given.equals(work ? usages.work() : usages.home())) {
            throw SoapFault.validation(
                    "You can only change " + (work ? "work" : "home") + " contact information with this request.");
        }
    }
}
