package dev.tenure.activedirectory;

import com.unboundid.ldap.sdk.DN;
import com.unboundid.ldap.sdk.SearchResultEntry;
import dev.tenure.activedirectory.internal.call.Directory;
import dev.tenure.lifecycle.failure.ConnectorException;
import dev.tenure.lifecycle.source.ConnectionReport;
import dev.tenure.lifecycle.source.ConnectionReport.Check;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Tries what the settings need (rule N3). It writes nothing: the directory itself says which rights the service account has
 * at an entry. What it does not say is in the report as a doubt.
 */
final class ConnectionTest {

    private static final List<String> STATE = List.of("userAccountControl", "pwdLastSet");
    private static final List<String> PROFILE =
            List.of("sAMAccountName", "userPrincipalName", "displayName", "givenName", "sn", "mail", "manager");

    private final Options options;
    private final Directory directory;
    private final AccountReader reader;
    private final List<Check> checks = new ArrayList<>();

    ConnectionTest(Options options, Directory directory, AccountReader reader) {
        this.options = options;
        this.directory = directory;
        this.reader = reader;
    }

    ConnectionReport run() {
        check("sign in", this::signIn);
        check("read users", feature -> {
            try (AccountListing listing = new AccountListing(reader, reader::list)) {
                listing.next();
            }
            return new Check(feature, Optional.empty());
        });
        Set<DN> places = new LinkedHashSet<>(List.of(options.defaultPlace()));
        for (DN place : places) {
            check("create users", feature -> mayCreate(feature, place, "user"));
        }
        options.leavers().ifPresent(place -> check("move leavers", feature -> mayCreate(feature, place, "user")));
        options.groups().ifPresent(place -> check("create groups", feature -> mayCreate(feature, place, "group")));
        check("write users", feature -> mayWrite(feature, PROFILE));
        check("open and close users", feature -> mayWrite(feature, STATE));
        checks.add(Check.unsure(
                "set passwords",
                "Active Directory: the directory does not say whether the service account may reset passwords, which"
                        + " it needs where accounts get one; see that 'Reset Password' is delegated to it"));
        options.formerPlace()
                .ifPresent(attribute -> check("note former places", feature -> mayWrite(feature, List.of(attribute))));
        return new ConnectionReport(checks);
    }

    private Check signIn(String feature) {
        Optional<SearchResultEntry> domain = directory.read(options.domain(), "objectClass");
        return new Check(
                feature,
                domain.isPresent()
                        ? Optional.empty()
                        : Optional.of(
                                "Active Directory: the domain of the setting 'domain' is not on this server, or the"
                                        + " service account may not see it; check the setting"));
    }

    private Check mayCreate(String feature, DN place, String kind) {
        Optional<SearchResultEntry> entry =
                directory.read(place, "objectClass", "allowedChildClasses", "allowedChildClassesEffective");
        if (entry.isEmpty()) {
            return new Check(
                    feature,
                    Optional.of("Active Directory: the place '" + place
                            + "' is not there, or the service account may not see it; make it, or check the setting"));
        }
        return lacks(entry.get(), "allowedChildClasses", kind)
                ? Check.lacksPermission(
                        feature,
                        "Active Directory: the service account may not create entries of class " + kind + " in '"
                                + place + "'; delegate 'Create " + kind + " objects' there")
                : new Check(feature, Optional.empty());
    }

    /** Any account shows it; where there is none yet, nothing can be said. */
    private Check mayWrite(String feature, List<String> attributes) {
        Optional<SearchResultEntry> sample = sample();
        if (sample.isEmpty()) {
            return Check.unsure(
                    feature,
                    "Active Directory: no account is there yet that would show whether the service account may write "
                            + String.join(", ", attributes) + " of users; test again after the first one is made");
        }
        Set<String> missing = new TreeSet<>();
        for (String attribute : attributes) {
            if (lacks(sample.get(), "allowedAttributes", attribute)) {
                missing.add(attribute);
            }
        }
        return missing.isEmpty()
                ? new Check(feature, Optional.empty())
                : Check.lacksPermission(
                        feature,
                        "Active Directory: the service account may not write " + String.join(", ", missing)
                                + " of users; delegate 'Write' for these to it");
    }

    private Optional<SearchResultEntry> sample() {
        try (dev.tenure.activedirectory.internal.call.Listing listing = reader.list(options.accounts())) {
            return listing.next().orElse(List.of()).stream()
                    .findFirst()
                    .flatMap(entry -> dev.tenure.activedirectory.internal.translate.Names.tryParse(entry.getDN()))
                    .flatMap(name -> directory.read(name, "allowedAttributes", "allowedAttributesEffective"));
        }
    }

    /** What a server says of nobody it does not say of this account either: then nothing is known. */
    private static boolean lacks(SearchResultEntry entry, String attribute, String wanted) {
        return entry.hasAttribute(attribute)
                && !Optional.ofNullable(entry.getAttributeValues(attribute + "Effective"))
                        .map(Arrays::asList)
                        .orElse(List.of())
                        .stream()
                        .anyMatch(wanted::equalsIgnoreCase);
    }

    private void check(String feature, Attempt attempt) {
        try {
            checks.add(attempt.run(feature));
        } catch (ConnectorException e) {
            checks.add(Check.failed(feature, e));
        }
    }

    private interface Attempt {
        Check run(String feature);
    }
}
