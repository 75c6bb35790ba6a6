package dev.tenure.activedirectory;

import dev.tenure.simulators.directory.DirectorySimulator;

/** Makes targets of a simulated domain. */
final class Domain {

    private Domain() {}

    static ActiveDirectoryTargetBuilder target(DirectorySimulator directory) {
        return ActiveDirectoryTarget.builder(DirectorySimulator.DOMAIN)
                .controller("localhost", directory.port())
                .sslContext(DirectorySimulator.trust())
                .credentials(DirectorySimulator.SERVICE, DirectorySimulator.PASSWORD)
                .accountsIn(DirectorySimulator.STAFF)
                .leaversPlace(DirectorySimulator.LEAVERS)
                .groupsIn(DirectorySimulator.GROUPS);
    }
}
