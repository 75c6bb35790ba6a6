package dev.tenure.workday.internal.call;

import dev.tenure.lifecycle.failure.ConnectorException;
import dev.tenure.lifecycle.failure.CredentialsRejected;
import dev.tenure.lifecycle.failure.InvalidValue;
import dev.tenure.lifecycle.failure.PermissionMissing;
import dev.tenure.lifecycle.failure.ProtocolViolation;
import dev.tenure.lifecycle.failure.RetryLater;
import dev.tenure.workday.internal.wire.FaultRecord;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Says what a fault means. A fault comes with HTTP 500 whatever it is about, so the code and the text decide, never the
 * status.
 */
final class Faults {

    /** What to do about an id that the tenant does not know, by the type of the ids that come from settings. */
    private static final Map<String, String> SETTINGS = Map.of(
            "Integration_System_ID",
            "check setting 'fieldOverrides'",
            "Phone_Device_Type_ID",
            "set the tenant's own device types in setting 'phoneDevices', or add the id by the task 'Maintain Reference IDs'",
            "Communication_Usage_Type_ID",
            "set the tenant's own usage types in setting 'usageTypes', or add the id by the task 'Maintain Reference IDs'",
            "Country_Phone_Code_ID",
            "set the tenant's own id in setting 'countryPhoneCodes'",
            "Business_Process_Type",
            "check settings 'terminationTypes' and 'hireTypes'");

    private final String system;

    Faults(String system) {
        this.system = system;
    }

    ConnectorException of(Operation operation, FaultRecord fault) {
        String code = fault.code().toLowerCase(Locale.ROOT);
        String all = (fault.text() + " " + String.join(" ", fault.details())).toLowerCase(Locale.ROOT);
        String failed = system + ": " + operation.label() + " failed: ";
        if (code.endsWith("authenticationerror") || all.contains("invalid username or password")) {
            return new CredentialsRejected(
                    system,
                    failed + "Workday does not accept the user or the password (" + fault.code()
                            + "); check both, that the user's name ends with @tenant, and that it is not locked");
        }
        if (all.contains("not authorized")) {
            return new PermissionMissing(
                    system,
                    failed + "the integration user may not do this; grant " + operation.permission()
                            + " to its security group and activate pending security policy changes");
        }
        if (all.contains("web service or version is invalid")) {
            return new ProtocolViolation(
                    system,
                    failed + "this tenant does not offer the service in the version that was asked for; check settings"
                            + " 'endpoint' and 'apiVersion'");
        }
        if (code.endsWith("validationerror") && (all.contains("pending") || all.contains("in progress"))) {
            return new RetryLater(
                    system,
                    null,
                    failed + "another change of the same person is not complete yet ("
                            + FaultText.redacted(fault.text())
                            + "); it is tried again later, or complete that change in Workday");
        }
        if (code.endsWith("validationerror")) {
            return invalid(failed, fault);
        }
        if (code.startsWith("client")) {
            return new ProtocolViolation(
                    system,
                    failed + "Workday refuses the request (" + fault.code() + ": " + FaultText.redacted(fault.text())
                            + "); compare the settings with the tenant's");
        }
        return new RetryLater(
                system,
                null,
                failed + "Workday could not process it (" + fault.code() + ": " + FaultText.redacted(fault.text())
                        + "); try again later, and ask Workday if it stays");
    }

    private InvalidValue invalid(String failed, FaultRecord fault) {
        String all = fault.text() + " " + String.join(" ", fault.details());
        Optional<FaultText.UnknownId> unknown = FaultText.unknownId(all);
        if (unknown.isPresent()) {
            String type = unknown.get().type();
            return new InvalidValue(
                    system, type, failed + "the tenant does not know " + named(unknown.get()) + "; " + remedy(type));
        }
        String reason = FaultText.redacted(
                fault.details().isEmpty() ? fault.text() : fault.details().get(0));
        Optional<String> meant = settingMeant(all);
        return new InvalidValue(
                system,
                meant.orElse(null),
                failed + "Workday refuses a value (" + reason + "); "
                        + meant.map(Faults::remedy).orElse("correct it, or the setting it comes from"));
    }

    /** The words in which a tenant refuses its own ids are known from one tenant's picture: whatever they are, it is the same. */
    private static Optional<String> settingMeant(String text) {
        String words = words(text);
        return SETTINGS.keySet().stream()
                .filter(type -> words.contains(words(type.replaceFirst("_ID$", ""))))
                .sorted()
                .findFirst();
    }

    private static String words(String text) {
        return text.replace('_', ' ').toLowerCase(Locale.ROOT);
    }

    /** Ids that come from settings are named, since that is the help; ids of people are not. */
    private static String named(FaultText.UnknownId id) {
        return isSetting(id.type()) ? "'" + id.value() + "' as a " + id.type() : "an id of type " + id.type();
    }

    private static boolean isSetting(String type) {
        return SETTINGS.containsKey(type);
    }

    private static String remedy(String type) {
        return SETTINGS.getOrDefault(type, "check the record it belongs to");
    }
}
