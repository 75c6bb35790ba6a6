package dev.tenure.successfactors.internal.call;

import dev.tenure.lifecycle.failure.ConnectorException;
import dev.tenure.lifecycle.failure.CredentialsRejected;
import dev.tenure.lifecycle.failure.InvalidValue;
import dev.tenure.lifecycle.failure.NotFound;
import dev.tenure.lifecycle.failure.PermissionMissing;
import dev.tenure.lifecycle.failure.ProtocolViolation;
import dev.tenure.lifecycle.failure.RetryLater;

/** Turns what an answer means into what the engine understands. Bodies are not quoted: they may hold a person's record. */
final class Faults {

    private final String system;

    Faults(String system) {
        this.system = system;
    }

    ConnectorException of(Operation operation, int status, Verdict verdict) {
        String code = verdict.code().orElse("");
        String failed = failed(operation) + "HTTP " + status + (code.isEmpty() ? "" : " " + code) + ", ";
        return switch (verdict.outcome()) {
            case CREDENTIALS_REJECTED -> new CredentialsRejected(system, failed + signIn(code));
            case PERMISSION_MISSING -> new PermissionMissing(system, failed + permission(operation, code));
            case NOT_FOUND ->
                new NotFound(
                        system,
                        failed + "there is no such service; check that setting 'endpoint' is the address of your data"
                                + " centre's API server");
            case RETRY_LATER -> new RetryLater(system, verdict.retryAt().orElse(null), failed + busy(status));
            case INVALID_VALUE ->
                new InvalidValue(
                        system,
                        null,
                        failed + "SuccessFactors refuses a value; correct it, or the setting it comes from");
            case INVALID_REQUEST -> invalidRequest(operation, failed, code);
            default ->
                new ProtocolViolation(
                        system,
                        failed + "no answer that OData knows; check setting 'endpoint', and what stands between");
        };
    }

    /** Some or all records of an upsert were refused, within HTTP 200. */
    InvalidValue refused(Operation operation, Verdict verdict, String what) {
        return new InvalidValue(
                system,
                null,
                failed(operation) + "SuccessFactors refuses records "
                        + verdict.failedIndexes().orElseThrow() + " of the request (" + what
                        + "); correct the values, or the person's record in SuccessFactors, and see the API audit log"
                        + " there for its reasons");
    }

    ProtocolViolation violation(Operation operation, String why) {
        return new ProtocolViolation(
                system, failed(operation) + why + "; nothing of it was used; try again, and ask SAP if it stays");
    }

    private ConnectorException invalidRequest(Operation operation, String failed, String code) {
        if (code.equals("COE_PROPERTY_NOT_FOUND") || code.equals("COE_ENTITY_NOT_FOUND")) {
            return new PermissionMissing(
                    system,
                    failed + "an entity or property is unknown or hidden from the API user; grant "
                            + operation.permission() + ", and refresh the OData metadata in 'OData API Metadata"
                            + " Refresh and Export'");
        }
        if (operation == Operation.WRITE_BACK) {
            return new InvalidValue(system, null, failed + "SuccessFactors refuses the values; correct them");
        }
        if (operation == Operation.SIGN_IN) {
            return new CredentialsRejected(
                    system,
                    failed + "the token is refused; check the API key, the company id, the user and the certificate"
                            + " that is registered, and the settings 'issuer', 'audience' and 'recipient'");
        }
        return new ProtocolViolation(
                system, failed + "SuccessFactors refuses the request; compare the settings with the tenant's");
    }

    private static String signIn(String code) {
        return switch (code) {
            case "LGN0003" -> "no credentials arrived; check what stands between, such as a proxy";
            case "LGN0004" -> "this host is no API server; set 'endpoint' to that of your data centre";
            case "LGN0005", "LGN0006", "LGN0007" ->
                "the OAuth token is malformed, expired or not valid; check the OAuth client and the machine's clock";
            case "LGN0008" -> "there is no such company; check the company id, whose case counts";
            case "LGN0010" ->
                "Basic authentication is switched off, or this address is not on the allow-list; use OAuth, or add the"
                        + " address in 'Password & Login Policy Settings'";
            default ->
                "the user or the password is not accepted; check both, that the user is USER@COMPANYID, and that"
                        + " it is not locked";
        };
    }

    private static String permission(Operation operation, String code) {
        if (code.equals("LGN0009")) {
            return "OData is not enabled for the company; ask SAP, or enable it in Provisioning";
        }
        if (code.equals("LGN0002")) {
            return "the API user may not use OData; grant 'OData API' under 'Manage Integration Tools'";
        }
        return "the API user may not do this; grant " + operation.permission();
    }

    private static String busy(int status) {
        return switch (status) {
            case 429 -> "too many calls; try again when it says so";
            case 503 -> "SuccessFactors is under maintenance; try again later";
            default -> "SuccessFactors could not process it; try again later, and ask SAP if it stays";
        };
    }

    private String failed(Operation operation) {
        return system + ": " + operation.label() + " failed: ";
    }
}
