package dev.tenure.successfactors.internal.read;

import dev.tenure.lifecycle.failure.NotFound;
import dev.tenure.lifecycle.failure.PermissionMissing;
import dev.tenure.lifecycle.failure.ProtocolViolation;
import dev.tenure.successfactors.internal.call.ODataClient;
import dev.tenure.successfactors.internal.call.Operation;
import dev.tenure.successfactors.internal.translate.Picklists;
import dev.tenure.successfactors.internal.wire.Answer;
import dev.tenure.successfactors.internal.wire.ODataDates;
import dev.tenure.successfactors.internal.wire.Row;
import java.util.LinkedHashMap;
import java.util.Map;

/** Reads the picklists (rules W2, E5). */
public final class PicklistReader {

    private final ODataClient client;

    /**
     * Makes a reader.
     *
     * @param client makes the calls
     */
    public PicklistReader(ODataClient client) {
        this.client = client;
    }

    /**
     * Reads all three; one that may not be read is empty (rule E5).
     *
     * @return the picklists
     */
    public Picklists read() {
        return new Picklists(orNone(Picklists.STATUS), orNone(Picklists.EMAIL), orNone(Picklists.PHONE));
    }

    private Map<String, String> orNone(String picklist) {
        try {
            return read(picklist);
        } catch (PermissionMissing | NotFound | ProtocolViolation notForUs) {
            return Map.of();
        }
    }

    Map<String, String> read(String picklist) {
        Map<String, String> options = new LinkedHashMap<>();
        options.put("$expand", "picklistOptions");
        options.put("$select", "picklistOptions/id,picklistOptions/externalCode");
        Answer answer = client.get(
                Operation.PICKLISTS, client.address("Picklist(" + ODataDates.literal(picklist) + ")", options));
        Map<String, String> codes = new LinkedHashMap<>();
        for (Row row : answer.rows()) {
            for (Row option : row.many("picklistOptions").orElse(java.util.List.of())) {
                String id = option.text("id");
                String code = option.text("externalCode");
                if (id != null && code != null) {
                    codes.put(id, code);
                }
            }
        }
        return codes;
    }
}
