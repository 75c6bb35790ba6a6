package dev.tenure.workday.internal.wire;

import java.util.Map;

/**
 * What is asked of the reports service.
 *
 * @param owner the Workday user who owns the report
 * @param name the report's name, as in its address
 * @param json whether it is wanted as JSON; else as XML
 * @param prompts values of prompts by name
 * @param tenantInUser whether the user signs in with the tenant's name
 */
public record ReportQuery(String owner, String name, boolean json, Map<String, String> prompts, boolean tenantInUser) {

    /** Names the report; the values of prompts may be personal. */
    @Override
    public String toString() {
        return "ReportQuery[" + name + "]";
    }
}
