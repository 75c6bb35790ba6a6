package dev.tenure.scim.internal.call;

import dev.tenure.http.RetryAfter;
import dev.tenure.lifecycle.failure.Conflict;
import dev.tenure.lifecycle.failure.ConnectorException;
import dev.tenure.lifecycle.failure.CredentialsRejected;
import dev.tenure.lifecycle.failure.InvalidValue;
import dev.tenure.lifecycle.failure.NotFound;
import dev.tenure.lifecycle.failure.PermissionMissing;
import dev.tenure.lifecycle.failure.ProtocolViolation;
import dev.tenure.lifecycle.failure.RetryLater;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Says what each refusal means for the engine, by {@code scimType} and status. Nothing that the service says in words is
 * repeated, since it may hold personal data: messages have the type, the status, and the name of an attribute that was sent.
 */
final class Faults {

    private final String target;

    Faults(String target) {
        this.target = target;
    }

    ConnectorException of(Reply reply) {
        return switch (reply.error().type()) {
            case "uniqueness" -> conflict(reply);
            case "invalidValue" -> invalid(reply, "is not valid", "check %s");
            case "invalidPath", "noTarget" ->
                invalid(
                        reply,
                        "is not one that the service knows at this place",
                        "compare %s with the service's /Schemas");
            case "invalidFilter" ->
                invalid(reply, "is in a path that the service does not understand", "compare %s with its /Schemas");
            case "mutability" -> invalid(reply, "may not be changed", "take %s out, or let it apply on create alone");
            case "invalidSyntax" ->
                protocol(
                        reply,
                        "the service does not understand the request",
                        "try the options patchForm, updates and bodyType");
            case "invalidVers" ->
                protocol(reply, "it is another version of SCIM", "check that the base address is that of SCIM 2.0");
            case "sensitive" ->
                protocol(reply, "the request holds personal data in its address", "set the option lookup to LISTING");
            case "tooMany" -> protocol(reply, "there are too many results", "lower the option pageSize");
            case "expiredCursor", "invalidCursor" ->
                new RetryLater(
                        target,
                        null,
                        message(reply, "the cursor of the listing has expired", "the listing begins again"));
            case "invalidCount" -> protocol(reply, "the page is too large", "lower the option pageSize");
            default -> byStatus(reply);
        };
    }

    ConnectorException malformed(Operation operation, String what) {
        return new ProtocolViolation(
                target,
                "SCIM: the answer to " + operation + " cannot be understood: " + what
                        + "; check that the base address leads to the service and not to a proxy or a sign-in page");
    }

    private ConnectorException byStatus(Reply reply) {
        int status = reply.status();
        if (status == 429) {
            RetryLater limited = new RetryLater(
                    target,
                    RetryAfter.read(reply.headers(), reply.at()).orElse(null),
                    message(reply, "there were too many calls", "it is tried again when the service allows"));
            return reply.operation().nothingBefore() ? limited.nothingDone() : limited;
        }
        if (status == 408 || (status >= 500 && status != 501)) {
            return new RetryLater(
                    target,
                    RetryAfter.read(reply.headers(), reply.at()).orElse(null),
                    message(reply, "the service is not available", "it is tried again later"));
        }
        return switch (status) {
            case 400, 422 -> invalid(reply, "is not valid", "check %s");
            case 401 ->
                new CredentialsRejected(
                        target,
                        message(
                                reply,
                                "the service does not accept the credentials",
                                "check that the token is still valid, and is one for SCIM"));
            case 403 ->
                new PermissionMissing(
                        target,
                        message(
                                reply,
                                "the credentials may not do this",
                                "give them the right to read and write users and groups over SCIM"));
            case 404, 410 -> new NotFound(target, message(reply, "there is none", "look for it by its keys"));
            case 409 -> conflict(reply);
            case 412 ->
                new RetryLater(
                        target,
                        null,
                        message(
                                reply,
                                "somebody else changed it in between",
                                "it is read again and tried again; if it goes on like this,"
                                        + " set the option versions to IGNORED"));
            case 413 -> protocol(reply, "the request is too large", "lower the option bulk or pageSize");
            case 405, 501 ->
                protocol(
                        reply,
                        "the service does not offer this",
                        "set the options updates, lookup and bulk to what it" + " offers");
            case 415 -> protocol(reply, "the service does not take this kind of body", "set the option bodyType");
            default ->
                status >= 300 && status < 400
                        ? protocol(reply, "the service redirects elsewhere", "check the base address")
                        : protocol(reply, "the answer is not one that SCIM knows", "check the base address");
        };
    }

    private ConnectorException conflict(Reply reply) {
        String attribute = named(reply);
        if (attribute == null && reply.operation().attributes().contains("userName")) {
            attribute = "userName";
        }
        return new Conflict(
                target,
                attribute,
                message(reply, "there is one of that name already", "find out whose it is, or map another value"));
    }

    private ConnectorException invalid(Reply reply, String why, String remedy) {
        String attribute = named(reply);
        String subject = attribute == null ? "a value" : "attribute '" + attribute + "'";
        String row = attribute == null ? "the mapping" : "row '" + attribute + "' of the mapping";
        return new InvalidValue(
                target, attribute, message(reply, subject + " " + why, String.format(Locale.ROOT, remedy, row)));
    }

    private ConnectorException protocol(Reply reply, String why, String remedy) {
        return new ProtocolViolation(target, message(reply, why, remedy));
    }

    /** Finds the attribute that the service's words name, among those that were sent; the only one that was sent is it. */
    private static @Nullable String named(Reply reply) {
        List<String> sent = reply.operation().attributes().stream()
                .sorted(Comparator.comparingInt(String::length).reversed())
                .toList();
        String words = reply.error().detail();
        Optional<String> whole = sent.stream().filter(words::contains).findFirst();
        if (whole.isPresent()) {
            return whole.get();
        }
        for (String name : sent) {
            String last = name.substring(Math.max(name.lastIndexOf('.'), name.lastIndexOf(':')) + 1);
            String first = name.substring(name.lastIndexOf(':') + 1).split("[.\\[]", 2)[0];
            boolean isNamed = (!last.equals("value") && isWord(last, words)) || isWord(first, words);
            if (isNamed) {
                return name;
            }
        }
        return sent.size() == 1 ? sent.get(0) : null;
    }

    private static boolean isWord(String word, String words) {
        return Pattern.compile("(?<![A-Za-z0-9])" + Pattern.quote(word) + "(?![A-Za-z0-9])")
                .matcher(words)
                .find();
    }

    private static String message(Reply reply, String why, String remedy) {
        String type = reply.error().type();
        return "SCIM service refused " + reply.operation() + ": " + why + " (" + (type.isEmpty() ? "" : type + ", ")
                + "HTTP " + reply.status() + "); " + remedy;
    }
}
