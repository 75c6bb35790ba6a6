package dev.tenure.simulators.workday;

import java.util.List;
import java.util.Optional;

/** Answers the smaller operations. */
final class Services {

    private final Tenant tenant;

    Services(Tenant tenant) {
        this.tenant = tenant;
    }

    String serverTimestamp() {
        return new XmlText().leaf("Server_Timestamp_Data", tenant.now()).toString();
    }

    String locations(Node request) {
        Paging paging = Paging.of(request, tenant.now());
        Optional<Node> references = request.at("Request_References");
        List<Site> found = references.isEmpty()
                ? tenant.sites()
                : references.get().all("Location_Reference").stream()
                        .flatMap(reference -> reference.all("ID").stream())
                        .flatMap(id -> tenant.site(id.text()).stream())
                        .toList();
        XmlText xml = new XmlText();
        paging.echo(xml);
        paging.results(xml, found.size());
        xml.open("Response_Data");
        for (Site site : paging.cut(found)) {
            xml.open("Location")
                    .reference("Location_Reference", site.name(), "Location_ID", site.id())
                    .open("Location_Data")
                    .leaf("Location_ID", site.id())
                    .leaf("Location_Name", site.name())
                    .reference("Location_Usage_Reference", "Business Site", "Location_Usage_ID", "BUSINESS SITE");
            if (!site.timeZone().isEmpty()) {
                xml.reference("Time_Zone_Reference", site.timeZone(), "Time_Zone_ID", site.timeZone());
            }
            xml.close().close();
        }
        return xml.close().toString();
    }

    String groups(Node request) {
        Paging paging = Paging.of(request, tenant.now());
        List<Tenant.Group> all = tenant.groups();
        XmlText xml = new XmlText();
        paging.echo(xml);
        paging.results(xml, all.size());
        xml.open("Response_Data");
        for (Tenant.Group group : paging.cut(all)) {
            xml.open("Provisioning_Group")
                    .open("Provisioning_Group_Reference", "Descriptor", group.name())
                    .leaf("ID", group.key(), "type", "WID")
                    .leaf("ID", group.name(), "type", "Provisioning_Group_Name")
                    .close()
                    .open("Provisioning_Group_Data")
                    .leaf("Name", group.name())
                    .close()
                    .close();
        }
        return xml.close().toString();
    }
}
