package dev.tenure.simulators.okta;

import java.util.LinkedHashSet;
import java.util.Set;

/** An application to which users are assigned. Guarded by the lock of its organisation. */
final class App {

    final String id;
    final String label;

    /** Whether the application makes accounts for the users that are assigned to it. */
    final boolean provisions;

    /** The ids of the groups whose members are assigned. */
    final Set<String> groups = new LinkedHashSet<>();

    App(String id, String label, boolean provisions) {
        this.id = id;
        this.label = label;
        this.provisions = provisions;
    }
}
