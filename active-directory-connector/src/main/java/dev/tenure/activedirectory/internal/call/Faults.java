package dev.tenure.activedirectory.internal.call;

import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.ResultCode;
import dev.tenure.lifecycle.failure.Conflict;
import dev.tenure.lifecycle.failure.ConnectorException;
import dev.tenure.lifecycle.failure.CredentialsRejected;
import dev.tenure.lifecycle.failure.InvalidValue;
import dev.tenure.lifecycle.failure.NotFound;
import dev.tenure.lifecycle.failure.PermissionMissing;
import dev.tenure.lifecycle.failure.ProtocolViolation;
import dev.tenure.lifecycle.failure.RetryLater;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/**
 * Says what an answer of the directory means. Its own text may hold values of a person: of it, only the number of the error
 * and the name of an attribute get into a message, and the exception of the library is no cause.
 */
final class Faults {

    private static final Pattern NUMBER = Pattern.compile("\\A\\s*([0-9A-Fa-f]{8}):");
    private static final Pattern BIND_REASON = Pattern.compile("\\bdata ([0-9a-fA-F]{2,8})\\b");
    private static final Pattern ATTRIBUTE =
            Pattern.compile("\\bAtt [0-9a-fA-F]+ \\(([A-Za-z][\\w-]{0,63})\\)|\\battribute '([A-Za-z][\\w-]{0,63})'");

    private static final Map<String, String> BIND_REASONS = Map.of(
            "525", "there is no such user",
            "52e", "the password is wrong",
            "530", "the account may not log on at this hour",
            "531", "the account may not log on from this machine",
            "532", "its password has expired",
            "533", "the account is disabled",
            "701", "the account has expired",
            "773", "its password must be changed first",
            "775", "the account is locked");

    private final String system;
    private final UnaryOperator<String> attributeNames;

    /**
     * Prepares for a target.
     *
     * @param system the target's name
     * @param attributeNames turns a name of the directory into that of a mapping
     */
    Faults(String system, UnaryOperator<String> attributeNames) {
        this.system = system;
        this.attributeNames = attributeNames;
    }

    Answer.Kind kind(LDAPException fault) {
        return switch (fault.getResultCode().intValue()) {
            case ResultCode.ENTRY_ALREADY_EXISTS_INT_VALUE, ResultCode.ATTRIBUTE_OR_VALUE_EXISTS_INT_VALUE ->
                Answer.Kind.TAKEN;
            case ResultCode.NO_SUCH_OBJECT_INT_VALUE -> Answer.Kind.GONE;
            case ResultCode.NO_SUCH_ATTRIBUTE_INT_VALUE -> Answer.Kind.NO_VALUE;
            case ResultCode.CONSTRAINT_VIOLATION_INT_VALUE,
                    ResultCode.UNWILLING_TO_PERFORM_INT_VALUE,
                    ResultCode.INVALID_ATTRIBUTE_SYNTAX_INT_VALUE,
                    ResultCode.INVALID_DN_SYNTAX_INT_VALUE,
                    ResultCode.OTHER_INT_VALUE -> Answer.Kind.REFUSED;
            default -> Answer.Kind.FAILED;
        };
    }

    /**
     * Translates.
     *
     * @param operation what was tried, such as {@code update of account 1234}, without values
     * @param right what has to be delegated for it
     * @param fault what came back
     */
    ConnectorException of(String operation, String right, LDAPException fault) {
        String failed = "Active Directory: " + operation + " failed: ";
        String number = number(fault);
        return switch (fault.getResultCode().intValue()) {
            case ResultCode.INVALID_CREDENTIALS_INT_VALUE ->
                new CredentialsRejected(
                        system, failed + bindReason(fault) + "; check name, password and state of the service account");
            case ResultCode.INSUFFICIENT_ACCESS_RIGHTS_INT_VALUE ->
                new PermissionMissing(
                        system,
                        failed + "the service account may not do this; delegate '" + right + "' to it" + number);
            case ResultCode.STRONG_AUTH_REQUIRED_INT_VALUE, ResultCode.CONFIDENTIALITY_REQUIRED_INT_VALUE ->
                new ProtocolViolation(
                        system, failed + "the server wants another protection; use LDAPS or StartTLS" + number);
            case ResultCode.NO_SUCH_OBJECT_INT_VALUE ->
                new NotFound(
                        system,
                        failed + "the entry is not there; it was removed, or the service account may not see it"
                                + number);
            case ResultCode.ENTRY_ALREADY_EXISTS_INT_VALUE, ResultCode.ATTRIBUTE_OR_VALUE_EXISTS_INT_VALUE ->
                new Conflict(
                        system,
                        attribute(fault),
                        failed + "the name or a value belongs to another entry; give one of" + " the two another"
                                + number);
            case ResultCode.OPERATIONS_ERROR_INT_VALUE -> operationsError(failed, number);
            case ResultCode.UNDEFINED_ATTRIBUTE_TYPE_INT_VALUE, ResultCode.NO_SUCH_ATTRIBUTE_INT_VALUE ->
                invalid(
                        fault,
                        failed + "the directory has no such attribute or value; check the mapping, or extend"
                                + " the schema" + number);
            case ResultCode.CONSTRAINT_VIOLATION_INT_VALUE,
                    ResultCode.INVALID_ATTRIBUTE_SYNTAX_INT_VALUE,
                    ResultCode.INVALID_DN_SYNTAX_INT_VALUE,
                    ResultCode.OBJECT_CLASS_VIOLATION_INT_VALUE,
                    ResultCode.NAMING_VIOLATION_INT_VALUE,
                    ResultCode.NOT_ALLOWED_ON_RDN_INT_VALUE,
                    ResultCode.UNWILLING_TO_PERFORM_INT_VALUE -> refused(fault, failed, number);
            case ResultCode.NOT_ALLOWED_ON_NONLEAF_INT_VALUE ->
                new ProtocolViolation(
                        system,
                        failed + "there are other entries below it, which the connector never removes; remove"
                                + " them by hand" + number);
            case ResultCode.REFERRAL_INT_VALUE ->
                new ProtocolViolation(
                        system, failed + "it belongs to another domain; give that domain a target of its own" + number);
            case ResultCode.UNAVAILABLE_CRITICAL_EXTENSION_INT_VALUE,
                    ResultCode.PROTOCOL_ERROR_INT_VALUE,
                    ResultCode.SIZE_LIMIT_EXCEEDED_INT_VALUE,
                    ResultCode.ADMIN_LIMIT_EXCEEDED_INT_VALUE ->
                new ProtocolViolation(
                        system,
                        failed + "the server does not do this (" + fault.getResultCode() + "); check that it is a"
                                + " domain controller, and its query limits" + number);
            default -> unreachable(failed, number, fault);
        };
    }

    NotFound missing(String operation) {
        return new NotFound(
                system,
                "Active Directory: " + operation + " failed: the entry is not there; it was removed, or the service"
                        + " account may not see it");
    }

    private ConnectorException operationsError(String failed, String number) {
        return number.contains("00002020") || number.contains("000004DC")
                ? new CredentialsRejected(
                        system, failed + "the connection is not signed in; check the credentials" + number)
                : new RetryLater(system, null, failed + "the server could not do it; try later" + number);
    }

    private ConnectorException refused(LDAPException fault, String failed, String number) {
        if (number.contains("0000052D")) {
            return new InvalidValue(
                    system,
                    null,
                    failed + "the password does not fit the domain's policy, or the account has none; make initial"
                            + " passwords longer and of all kinds of characters" + number);
        }
        if (number.contains("0000001F")) {
            return new ProtocolViolation(
                    system,
                    failed + "the server takes passwords over a protected connection only; use LDAPS or StartTLS"
                            + number);
        }
        return invalid(
                fault,
                failed + "a value is not allowed"
                        + (attribute(fault) == null ? "" : " for '" + attribute(fault) + "'")
                        + "; check the rows of the mapping" + number);
    }

    private InvalidValue invalid(LDAPException fault, String message) {
        return new InvalidValue(system, attribute(fault), message);
    }

    private ConnectorException unreachable(String failed, String number, LDAPException fault) {
        for (Throwable cause = fault; cause != null; cause = cause.getCause()) {
            if (cause instanceof SSLException) {
                return untrusted(failed);
            }
        }
        // The library reports a refused certificate in words alone where the host name does not fit.
        String words = String.valueOf(fault.getMessage());
        if (words.contains("SSLHandshakeException")
                || words.contains("CertificateException")
                || words.contains("hostname")
                || words.contains("certificate")) {
            return untrusted(failed);
        }
        boolean busy = fault.getResultCode().equals(ResultCode.BUSY)
                || fault.getResultCode().equals(ResultCode.UNAVAILABLE);
        return new RetryLater(
                system,
                null,
                failed + (busy ? "the domain controller is busy" : "no domain controller answered") + " ("
                        + fault.getResultCode() + "); check address, port and firewall, or try later" + number);
    }

    private ProtocolViolation untrusted(String failed) {
        return new ProtocolViolation(
                system,
                failed + "the TLS certificate of the domain controller is not trusted or names another host; check"
                        + " the address, the machine's clock and the trusted authority");
    }

    private static String bindReason(LDAPException fault) {
        Matcher reason = BIND_REASON.matcher(diagnostic(fault));
        return reason.find()
                ? BIND_REASONS.getOrDefault(reason.group(1), "the sign-in was refused (data " + reason.group(1) + ")")
                : "the sign-in was refused";
    }

    private static String number(LDAPException fault) {
        Matcher number = NUMBER.matcher(diagnostic(fault));
        return number.find() ? " (error " + number.group(1).toUpperCase(java.util.Locale.ROOT) + ")" : "";
    }

    private @Nullable String attribute(LDAPException fault) {
        Matcher named = ATTRIBUTE.matcher(diagnostic(fault));
        if (!named.find()) {
            return null;
        }
        return attributeNames.apply(
                Optional.ofNullable(named.group(1)).orElseGet(() -> String.valueOf(named.group(2))));
    }

    private static String diagnostic(LDAPException fault) {
        return String.valueOf(fault.getDiagnosticMessage());
    }
}
