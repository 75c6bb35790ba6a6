package dev.tenure.okta;

import dev.tenure.lifecycle.failure.ConnectorException;
import dev.tenure.lifecycle.source.ConnectionReport;
import dev.tenure.okta.internal.call.OktaApi;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Tries what the settings need (rule N3). It writes nothing, so that whether users may be managed shows with the first write. */
final class ConnectionTest {

    private final OktaApi api;
    private final List<ConnectionReport.Check> checks = new ArrayList<>();

    ConnectionTest(OktaApi api) {
        this.api = api;
    }

    ConnectionReport run(UserSchema schema, boolean withGroups) {
        check(
                "read users",
                () -> api.users().list("filter", "status eq \"ACTIVE\"", 1).next());
        check("read the user schema", schema::read);
        if (withGroups) {
            check(
                    "read groups",
                    () -> api.groups().list("type eq \"OKTA_GROUP\"").next());
        }
        return new ConnectionReport(checks);
    }

    private void check(String feature, Runnable attempt) {
        try {
            attempt.run();
            checks.add(new ConnectionReport.Check(feature, Optional.empty()));
        } catch (ConnectorException e) {
            checks.add(ConnectionReport.Check.failed(feature, e));
        }
    }
}
