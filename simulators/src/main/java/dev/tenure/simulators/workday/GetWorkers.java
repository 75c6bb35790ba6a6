package dev.tenure.simulators.workday;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Answers Get_Workers. */
final class GetWorkers {

    private final Tenant tenant;
    private final String fieldOverrides;
    private final boolean endsShowEarly;

    GetWorkers(Tenant tenant, String fieldOverrides, boolean endsShowEarly) {
        this.tenant = tenant;
        this.fieldOverrides = fieldOverrides;
        this.endsShowEarly = endsShowEarly;
    }

    String answer(Node request) {
        Paging paging = Paging.of(request, tenant.now());
        List<Node> unknown = new ArrayList<>();
        List<Person> selected = selected(request, paging, unknown);
        Map<String, List<LogEntry>> log = tenant.log().stream()
                .filter(each -> !each.entered().isAfter(paging.entry()))
                .collect(Collectors.groupingBy(LogEntry::wid));
        WorkerXml writer = new WorkerXml(
                tenant, paging.day(), paging.entry(), blocks(request), wantsFields(request), endsShowEarly);
        XmlText xml = new XmlText();
        request.at("Request_References").ifPresent(echoed -> echo(xml, echoed));
        paging.echo(xml);
        paging.results(xml, selected.size());
        xml.open("Response_Data");
        for (Person person : paging.cut(selected)) {
            writer.write(xml, person, log.getOrDefault(person.wid(), List.of()));
        }
        xml.close();
        notFound(xml, unknown);
        return xml.toString();
    }

    private List<Person> selected(Node request, Paging paging, List<Node> unknown) {
        Optional<Node> references = request.at("Request_References");
        List<Person> known = tenant.people().stream()
                .filter(person -> person.knownAt(paging.entry()))
                .toList();
        return references.isPresent() ? referenced(references.get(), known, unknown) : matching(request, known, paging);
    }

    private static List<Person> referenced(Node references, List<Person> known, List<Node> unknown) {
        List<Person> found = new ArrayList<>();
        for (Node reference : references.all("Worker_Reference")) {
            Node id = reference.at("ID").orElseThrow(() -> SoapFault.validation("A worker reference has no ID."));
            Optional<Person> person = known.stream()
                    .filter(each -> id.attribute("type").equals("WID")
                            ? each.wid().equals(id.text())
                            : each.idType().equals(id.attribute("type")) && each.id.equals(id.text()))
                    .findFirst();
            if (person.isPresent() && !found.contains(person.get())) {
                found.add(person.get());
            } else if (person.isEmpty() && references.flag("Ignore_Invalid_References")) {
                unknown.add(id);
            } else if (person.isEmpty()) {
                throw SoapFault.invalidId(id.text(), id.attribute("type"));
            }
        }
        return found;
    }

    private List<Person> matching(Node request, List<Person> known, Paging paging) {
        Node criteria = request.at("Request_Criteria").orElse(request);
        boolean noInactive = criteria.isSet("Exclude_Inactive_Workers");
        boolean noEmployees = criteria.isSet("Exclude_Employees");
        boolean noContingent = criteria.isSet("Exclude_Contingent_Workers");
        List<Node> logCriteria = criteria.all("Transaction_Log_Criteria_Data");
        Set<String> changed = changed(logCriteria, paging.entry());
        return known.stream()
                .filter(person -> logCriteria.isEmpty() || changed.contains(person.wid()))
                .filter(person -> !(noEmployees && person.employee))
                .filter(person -> !(noContingent && !person.employee))
                .filter(person -> !noInactive
                        || person.spell(paging.day(), paging.entry()).activeOn(paging.day()))
                .toList();
    }

    private Set<String> changed(List<Node> criteria, Instant entry) {
        Set<String> changed = new HashSet<>();
        for (Node each : criteria) {
            Range updated = range(each, "Updated");
            if (updated.through().isAfter(tenant.now()) && updated.given()) {
                throw SoapFault.validation("Updated Through date cannot be greater than the current date.");
            }
            Range effective = range(each, "Effective");
            Set<String> types = each.at("Transaction_Type_References")
                    .map(references -> references.all("Transaction_Type_Reference").stream()
                            .flatMap(reference -> reference.all("ID").stream())
                            .map(Node::text)
                            .collect(Collectors.toSet()))
                    .orElse(Set.of());
            tenant.log().stream()
                    .filter(log -> !log.entered().isAfter(entry))
                    .filter(log -> updated.holds(log.entered()))
                    .filter(log -> effective.holds(log.effectiveMoment()))
                    .filter(log -> types.isEmpty() || types.contains(log.type()))
                    .forEach(log -> changed.add(log.wid()));
        }
        return changed;
    }

    private record Range(Instant from, Instant through, boolean given) {
        boolean holds(Instant instant) {
            return !given || (!instant.isBefore(from) && !instant.isAfter(through));
        }
    }

    private static Range range(Node criteria, String kind) {
        Optional<String> from = criteria.textAt("Transaction_Date_Range_Data", kind + "_From");
        Optional<String> through = criteria.textAt("Transaction_Date_Range_Data", kind + "_Through");
        if (from.isPresent() != through.isPresent()) {
            throw SoapFault.validation(kind + " From and " + kind + " Through must be given together.");
        }
        if (from.isEmpty() || through.isEmpty()) {
            return new Range(Instant.MIN, Instant.MIN, false);
        }
        Range range = new Range(Paging.moment(from.get()), Paging.moment(through.get()), true);
        if (range.from().isAfter(range.through())) {
            throw SoapFault.validation(kind + " From must be on or before " + kind + " Through.");
        }
        return range;
    }

    private static Set<String> blocks(Node request) {
        Set<String> blocks = new HashSet<>();
        request.at("Response_Group")
                .ifPresent(group -> group.all("*").stream()
                        .filter(flag -> group.isSet(flag.name()))
                        .forEach(flag -> blocks.add(flag.name())));
        return blocks;
    }

    private boolean wantsFields(Node request) {
        Optional<String> system =
                request.textAt("Request_Criteria", "Field_And_Parameter_Criteria_Data", "Provider_Reference", "ID");
        if (system.isPresent() && !system.get().equals(fieldOverrides)) {
            throw SoapFault.invalidId(system.get(), "Integration_System_ID");
        }
        return system.isPresent();
    }

    private static void echo(XmlText xml, Node references) {
        xml.open("Request_References");
        for (Node reference : references.all("Worker_Reference")) {
            xml.open("Worker_Reference");
            reference.all("ID").forEach(id -> xml.leaf("ID", id.text(), "type", id.attribute("type")));
            xml.close();
        }
        xml.close();
    }

    private static void notFound(XmlText xml, List<Node> unknown) {
        if (unknown.isEmpty()) {
            return;
        }
        xml.open("Invalid_Reference_ID_Response");
        for (Node id : unknown) {
            xml.open("Invalid_Reference")
                    .leaf("Invalid_Reference_ID", id.text())
                    .leaf("Invalid_Reference_ID_Type", id.attribute("type"))
                    .close();
        }
        xml.close();
    }
}
