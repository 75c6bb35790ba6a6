package dev.tenure.okta.internal.call;

import dev.tenure.http.RetryAfter;
import dev.tenure.lifecycle.failure.Conflict;
import dev.tenure.lifecycle.failure.ConnectorException;
import dev.tenure.lifecycle.failure.CredentialsRejected;
import dev.tenure.lifecycle.failure.InvalidValue;
import dev.tenure.lifecycle.failure.NotFound;
import dev.tenure.lifecycle.failure.PermissionMissing;
import dev.tenure.lifecycle.failure.ProtocolViolation;
import dev.tenure.lifecycle.failure.RetryLater;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Says what each of Okta's refusals means for the engine. Nothing that Okta says in words is repeated, since it may hold
 * personal data: messages have the code, the id of the failure, and the name of an attribute that was sent.
 */
final class Faults {

    private final String target;

    Faults(String target) {
        this.target = target;
    }

    ConnectorException of(Reply reply) {
        if (reply.status() == 429) {
            return limited(reply);
        }
        return switch (reply.error().code()) {
            case "E0000004", "E0000005", "E0000011", "E0000015" -> credentials(reply);
            case "E0000006" -> permission(reply);
            case "E0000007", "E0000048" -> notFound(reply);
            case "E0000001" -> invalid(reply);
            case "E0000014" -> refused(reply, "Okta could not set the credentials", "check the password policy");
            case "E0000016" -> state(reply, "it is active already");
            case "E0000023", "E0000076" ->
                refused(
                        reply,
                        "the profile is sourced by another system",
                        "leave its attributes out of the mapping, or make Okta the source");
            case "E0000075", "E0000077", "E0000078", "E0000081", "E0000111" ->
                refused(
                        reply,
                        "it sends an attribute that may not be written here",
                        "leave the attribute out of the mapping, or make it writable in the profile editor");
            case "E0000055", "E0000062", "E0000108" -> conflict(reply);
            case "E0000112" ->
                new RetryLater(target, null, message(reply, "its status is still changing", "try again in a moment"));
            case "E0000032", "E0000038", "E0000107", "E0000117" -> state(reply, "its status does not allow this");
            case "E0000003", "E0000022", "E0000031", "E0000033" ->
                new ProtocolViolation(
                        target,
                        message(reply, "Okta does not understand the request", "report this as a fault of Tenure"));
            default -> byStatus(reply);
        };
    }

    ConnectorException malformed(Operation operation, String what) {
        return new ProtocolViolation(
                target,
                "Okta's answer to " + operation + " cannot be understood: " + what
                        + "; check that the organisation's address leads to Okta and not to a proxy or a sign-in page");
    }

    private ConnectorException byStatus(Reply reply) {
        int status = reply.status();
        if (status == 401) {
            return credentials(reply);
        }
        if (status == 403) {
            return permission(reply);
        }
        if (status == 404 || status == 410) {
            return notFound(reply);
        }
        if (status == 409) {
            return conflict(reply);
        }
        if (status == 408 || status >= 500) {
            return later(reply);
        }
        if (status == 400) {
            return invalid(reply);
        }
        if (status >= 300 && status < 400) {
            return new ProtocolViolation(
                    target, message(reply, "Okta redirects elsewhere", "check the organisation's address"));
        }
        return new ProtocolViolation(
                target,
                message(reply, "the answer is not one that Okta documents", "check the organisation's address"));
    }

    private ConnectorException limited(Reply reply) {
        Instant when = OktaLimits.opensAt(reply.headers(), reply.at()).orElse(null);
        RetryLater limited = new RetryLater(
                target, when, message(reply, "the rate limit is used up", "it is tried again when the limit allows"));
        // Other limits, such as of messages, may be reached when something was done.
        boolean ofCalls = List.of("", "E0000047").contains(reply.error().code());
        return ofCalls && reply.operation().nothingBefore() ? limited.nothingDone() : limited;
    }

    private ConnectorException later(Reply reply) {
        Instant when = RetryAfter.read(reply.headers(), reply.at()).orElse(null);
        return new RetryLater(target, when, message(reply, "Okta is not available", "it is tried again later"));
    }

    private ConnectorException credentials(Reply reply) {
        return new CredentialsRejected(
                target,
                message(
                        reply,
                        "Okta does not accept the credentials",
                        "check that the API token or the key of the service app is still valid, and that calls from"
                                + " this network are allowed"));
    }

    private ConnectorException permission(Reply reply) {
        return new PermissionMissing(
                target,
                message(
                        reply,
                        "the credentials may not do this",
                        "give them " + reply.operation().needs()));
    }

    private ConnectorException notFound(Reply reply) {
        return new NotFound(target, message(reply, "there is none", "look for it by its keys"));
    }

    private ConnectorException invalid(Reply reply) {
        Optional<Complaint> complaint =
                Complaint.about(reply.error().causes(), reply.operation().attributes());
        String attribute = complaint.flatMap(Complaint::attribute).orElse(null);
        String named = attribute == null ? "a value" : "attribute '" + attribute + "'";
        String row = attribute == null ? "the mapping" : "row '" + attribute + "' of the mapping";
        if (complaint.isPresent() && complaint.get().isTaken()) {
            return new Conflict(
                    target,
                    attribute,
                    message(reply, named + " belongs to somebody else", "find out whose it is, or map another value"));
        }
        String why = complaint.map(Complaint::reason).orElse("is not valid");
        return new InvalidValue(target, attribute, message(reply, named + " " + why, "check " + row));
    }

    private ConnectorException conflict(Reply reply) {
        String attribute = Complaint.about(
                        reply.error().causes(), reply.operation().attributes())
                .flatMap(Complaint::attribute)
                .orElse(null);
        return new Conflict(
                target, attribute, message(reply, "there is one of that name already", "find it, or choose another"));
    }

    private ConnectorException refused(Reply reply, String why, String remedy) {
        String attribute = Complaint.about(
                        reply.error().causes(), reply.operation().attributes())
                .flatMap(Complaint::attribute)
                .orElse(null);
        String named = attribute == null ? why : why + " ('" + attribute + "')";
        return new InvalidValue(target, attribute, message(reply, named, remedy));
    }

    private ConnectorException state(Reply reply, String why) {
        return new InvalidValue(
                target, null, message(reply, why, "look at the user's status in Okta and change it there if need be"));
    }

    private static String message(Reply reply, String why, String remedy) {
        StringBuilder code = new StringBuilder();
        if (!reply.error().code().isEmpty()) {
            code.append(reply.error().code());
            if (!reply.error().id().isEmpty()) {
                code.append(", error id ").append(reply.error().id());
            }
        } else {
            code.append("HTTP ").append(reply.status());
        }
        return "Okta refused " + reply.operation() + ": " + why + " (" + code + "); " + remedy;
    }
}
