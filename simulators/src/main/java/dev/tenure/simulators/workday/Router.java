package dev.tenure.simulators.workday;

import dev.tenure.simulators.internal.http.SimReply;
import dev.tenure.simulators.internal.http.SimRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;

/** Finds out what a request asks, whether it may, and who answers. Safe for use by several threads. */
final class Router {

    private static final String REPORT = "Report";

    private final String tenantName;
    private final String user;
    private final String password;
    private final Optional<String> bearerToken;
    private final GetWorkers workers;
    private final Services services;
    private final ChangeContact contacts;
    private final Reports reports;
    private final Faults faults = new Faults();
    private final Map<String, Integer> calls = new TreeMap<>();

    Router(WorkdaySimulatorBuilder builder, Tenant tenant, Reports reports) {
        this.tenantName = builder.tenant;
        this.user = builder.user;
        this.password = builder.password;
        this.bearerToken = builder.bearerToken;
        this.workers = new GetWorkers(tenant, builder.fieldOverrides, builder.endsShowEarly);
        this.services = new Services(tenant);
        this.contacts = new ChangeContact(tenant, builder.phoneDevices);
        this.reports = reports;
    }

    Faults faults() {
        return faults;
    }

    Map<String, Integer> calls() {
        synchronized (calls) {
            return new TreeMap<>(calls);
        }
    }

    SimReply answer(SimRequest http) {
        String[] steps = http.steps();
        if (steps.length == 6 && steps[2].equals("customreport2")) {
            return withFaults(REPORT, () -> report(http, steps));
        }
        Node envelope;
        try {
            envelope = Node.parse(http.body().toByteArray());
        } catch (IOException malformed) {
            return Soap.fault(SoapFault.validation("The request is not well-formed."));
        }
        Optional<Node> request =
                envelope.at("Body").flatMap(body -> body.all("*").stream().findFirst());
        String operation = request.map(Node::name).map(Router::operation).orElse("");
        return withFaults(operation, () -> reply(http, envelope, request, operation));
    }

    private SimReply withFaults(String operation, Supplier<SimReply> answer) {
        synchronized (calls) {
            calls.merge(operation, 1, Integer::sum);
        }
        Optional<WorkdayFault> fault = faults.take(operation);
        if (fault.isPresent() && !fault.get().answersFirst()) {
            return fault.get().apply(SimReply.empty(200));
        }
        SimReply reply = answer.get();
        return fault.isPresent() ? fault.get().apply(reply) : reply;
    }

    private SimReply report(SimRequest http, String[] steps) {
        if (!isBearer(http) && !isBasic(http)) {
            return SimReply.empty(401);
        }
        return steps[3].equals(tenantName) ? reports.answer(steps[4], steps[5], http) : SimReply.empty(404);
    }

    private boolean isBearer(SimRequest http) {
        return bearerToken.isPresent() && http.header("Authorization").equals(bearerToken.map("Bearer "::concat));
    }

    /** Reports take the user with and without the tenant. */
    private boolean isBasic(SimRequest http) {
        return List.of(user, user + "@" + tenantName).stream()
                .map(name -> (name + ":" + password).getBytes(StandardCharsets.UTF_8))
                .map(pair -> "Basic " + Base64.getEncoder().encodeToString(pair))
                .anyMatch(right ->
                        http.header("Authorization").filter(right::equals).isPresent());
    }

    private SimReply reply(SimRequest http, Node envelope, Optional<Node> request, String operation) {
        try {
            String[] steps = http.steps();
            if (steps.length != 5 || !steps[2].equals(tenantName) || !steps[3].equals("Human_Resources")) {
                throw SoapFault.invalidVersion();
            }
            authenticate(http, envelope);
            Node body = request.orElseThrow(() -> SoapFault.validation("The request is empty."));
            String version = steps[4];
            return switch (operation) {
                case "Get_Workers" -> Soap.response("Get_Workers_Response", version, workers.answer(body));
                case "Get_Locations" -> Soap.response("Get_Locations_Response", version, services.locations(body));
                case "Get_Provisioning_Groups" ->
                    Soap.response("Provisioning_Groups_Response", version, services.groups(body));
                case "Change_Work_Contact_Information" ->
                    Soap.response(operation + "_Response", version, contacts.answer(body, "Work"));
                case "Change_Home_Contact_Information" ->
                    Soap.response(operation + "_Response", version, contacts.answer(body, "Home"));
                case "Get_Change_Home_Contact_Information" ->
                    Soap.response(operation + "_Response", version, contacts.home(body));
                case "Get_Server_Timestamp" -> Soap.response("Server_Timestamp", version, services.serverTimestamp());
                default -> throw SoapFault.invalidVersion();
            };
        } catch (SoapFault fault) {
            return Soap.fault(fault);
        }
    }

    private static String operation(String element) {
        return element.equals("Server_Timestamp_Get") ? "Get_Server_Timestamp" : element.replaceFirst("_Request$", "");
    }

    private void authenticate(SimRequest http, Node envelope) {
        if (isBearer(http)) {
            return;
        }
        Optional<Node> token = envelope.at("Header", "Security", "UsernameToken");
        boolean right = token.flatMap(each -> each.textAt("Username"))
                        .filter(name -> name.equals(user + "@" + tenantName))
                        .isPresent()
                && token.flatMap(each -> each.textAt("Password"))
                        .filter(password::equals)
                        .isPresent();
        if (!right) {
            throw SoapFault.authentication();
        }
    }
}
