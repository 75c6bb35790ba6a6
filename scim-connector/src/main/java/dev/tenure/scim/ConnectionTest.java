package dev.tenure.scim;

import dev.tenure.lifecycle.failure.ConnectorException;
import dev.tenure.lifecycle.source.ConnectionReport;
import dev.tenure.scim.internal.call.Answer;
import dev.tenure.scim.internal.call.Kind;
import dev.tenure.scim.internal.call.Query;
import dev.tenure.scim.internal.call.ScimApi;
import dev.tenure.scim.internal.translate.Schemas;
import dev.tenure.scim.internal.wire.SchemaAttribute;
import dev.tenure.scim.internal.wire.ServiceConfig;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Tries what the settings need (rule N3). It writes nothing; whether it might is in the report as a doubt. */
final class ConnectionTest {

    private final ScimApi api;
    private final Service service;
    private final Options options;
    private final UserSearch search;
    private final List<ConnectionReport.Check> checks = new ArrayList<>();

    ConnectionTest(ScimApi api, Service service, Options options, UserSearch search) {
        this.api = api;
        this.service = service;
        this.options = options;
        this.search = search;
    }

    ConnectionReport run(boolean withGroups) {
        check("read what the service announces", this::config);
        check("read users", () -> {
            api.list(Query.all(Kind.USERS, 1), service.byCursor()).next();
            return Optional.empty();
        });
        check("end access", this::ending);
        for (String key : options.keys()) {
            check("find users by " + key, () -> finding(key));
        }
        if (withGroups) {
            check("read groups", () -> {
                api.list(Query.all(Kind.GROUPS, 1).without("members"), service.byCursor())
                        .next();
                return Optional.empty();
            });
        }
        checks.add(ConnectionReport.Check.unsure(
                withGroups ? "write users and groups" : "write users",
                "a SCIM service does not say what the credentials may write, and the test writes nothing; plan a first"
                        + " import and carry it out for one worker"));
        return new ConnectionReport(checks);
    }

    private Optional<String> config() {
        Answer<ServiceConfig> answer = api.config();
        boolean everythingIsSet = options.updates() != Updates.AS_ANNOUNCED
                && options.lookup() != Lookup.AS_ANNOUNCED
                && options.pages() != Pages.AS_ANNOUNCED
                && options.versions() != Versions.AS_ANNOUNCED;
        if (answer.isNotFound() || answer.isNotOffered()) {
            return everythingIsSet
                    ? Optional.empty()
                    : Optional.of("the service has no ServiceProviderConfig, so that PATCH and filters are taken for"
                            + " granted; set the options updates, lookup, pages and versions to what it offers");
        }
        answer.orThrow();
        return Optional.empty();
    }

    private Optional<String> ending() {
        Answer<List<SchemaAttribute.Schema>> schemas = api.schemas();
        boolean lacks = schemas.value().filter(all -> !Schemas.hasActive(all)).isPresent();
        return lacks
                ? Optional.of("the service's users have no attribute 'active', so that they cannot be deactivated; let"
                        + " the engine delete those who leave")
                : Optional.empty();
    }

    private Optional<String> finding(String key) {
        if (!service.filters() || search.canFilterBy(key)) {
            return Optional.empty();
        }
        return Optional.of("the service does not find users by a filter on '" + key + "', so that all users are listed"
                + " for every look-up; leave it out of the option keys, or set the option lookup to LISTING if that is"
                + " meant");
    }

    private void check(String feature, Supplier<Optional<String>> attempt) {
        try {
            checks.add(new ConnectionReport.Check(feature, attempt.get()));
        } catch (ConnectorException e) {
            checks.add(ConnectionReport.Check.failed(feature, e));
        }
    }
}
