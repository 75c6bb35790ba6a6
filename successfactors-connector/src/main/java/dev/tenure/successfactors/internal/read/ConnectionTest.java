package dev.tenure.successfactors.internal.read;

import dev.tenure.lifecycle.failure.ConnectorException;
import dev.tenure.lifecycle.source.ConnectionReport;
import dev.tenure.lifecycle.source.ConnectionReport.Check;
import dev.tenure.successfactors.internal.call.ODataClient;
import dev.tenure.successfactors.internal.call.Operation;
import dev.tenure.successfactors.internal.translate.Picklists;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Tries what the settings need, one feature after the other (rules N3, E5). Reads a few records at most, changes none. */
public final class ConnectionTest {

    private static final String NOBODY = "tenure-connection-test";

    private final ODataClient client;
    private final ReadSettings settings;
    private final boolean writesBack;

    /**
     * Makes a test.
     *
     * @param client makes the calls
     * @param settings what is needed
     * @param writesBack whether contact data are written back
     */
    public ConnectionTest(ODataClient client, ReadSettings settings, boolean writesBack) {
        this.client = client;
        this.settings = settings;
        this.writesBack = writesBack;
    }

    /**
     * Runs the test.
     *
     * @return what was found
     */
    public ConnectionReport run() {
        List<Check> checks = new ArrayList<>();
        checks.add(tried("connect", client::serverTime));
        if (checks.get(0).problem().isPresent()) {
            return new ConnectionReport(checks);
        }
        Fields[] fields = new Fields[1];
        checks.add(tried(
                "see person, employment and job properties",
                () -> fields[0] = Fields.read(client, settings.additional())));
        if (fields[0] != null) {
            Queries queries = new Queries(client, fields[0], 1);
            Set<String> nobody = Set.of(NOBODY);
            checks.add(tried("read people", () -> client.get(Operation.PEOPLE, queries.people(nobody, false))));
            checks.add(tried(
                    "read job information over all dates", () -> client.get(Operation.JOBS, queries.jobs(nobody))));
            checks.add(additional(fields[0]));
        }
        PicklistReader picklists = new PicklistReader(client);
        checks.add(tried("list employee statuses", () -> picklists.read(Picklists.STATUS)));
        checks.add(types("tell e-mail types apart", picklists, Picklists.EMAIL));
        checks.add(types("tell phone types apart", picklists, Picklists.PHONE));
        if (writesBack) {
            checks.add(Check.unsure(
                    "write contact data back",
                    settings.source() + ": whether the API user may change e-mail and phone information shows with the"
                            + " first value that is written; see that edit of both is granted to it"));
        }
        return new ConnectionReport(checks);
    }

    private Check types(String feature, PicklistReader picklists, String picklist) {
        String what = writesBack ? feature + " (needed to write back)" : feature;
        return tried(what, () -> picklists.read(picklist));
    }

    private Check additional(Fields fields) {
        List<String> missing = new ArrayList<>();
        settings.additional()
                .forEach((entity, names) -> names.stream()
                        .filter(name -> !fields.has(entity, name))
                        .forEach(name -> missing.add(entity.entityName() + "/" + name)));
        Optional<String> problem = missing.isEmpty()
                ? Optional.empty()
                : Optional.of(settings.source() + ": the API user does not see " + String.join(", ", missing)
                        + "; correct setting 'properties', or grant view of them and refresh the OData metadata");
        return new Check("read additional properties", problem);
    }

    private static Check tried(String feature, Runnable attempt) {
        try {
            attempt.run();
            return new Check(feature, Optional.empty());
        } catch (ConnectorException problem) {
            return Check.failed(feature, problem);
        }
    }
}
