package dev.tenure.workday.internal.read;

import dev.tenure.workday.internal.call.HumanResources;
import java.util.Optional;

/**
 * What is asked for beside the records of a page.
 *
 * @param service asks
 * @param locations time zones of locations
 * @param groups ids of provisioning groups
 * @param managers user names of managers
 * @param reports columns of custom reports
 * @param timelines what is to come; empty if it is not wanted
 */
record Lookups(
        HumanResources service,
        Locations locations,
        Groups groups,
        ManagerNames managers,
        Reports reports,
        Optional<Timelines> timelines) {}
