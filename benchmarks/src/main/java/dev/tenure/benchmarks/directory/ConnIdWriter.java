package dev.tenure.benchmarks.directory;

import dev.tenure.benchmarks.connid.ConnIdBundle;
import dev.tenure.simulators.directory.DirectorySimulator;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;

/** ConnId's LDAP bundle. */
final class ConnIdWriter implements DirectoryWrites.Writer {

    private final ConnIdBundle bundle;

    ConnIdWriter(TrustedDirectory directory) throws IOException {
        this.bundle = ConnIdBundle.open(
                "net.tirasa.connid.bundles.ldap",
                Map.of(
                        "host",
                        "localhost",
                        "port",
                        directory.simulator().port(),
                        "ssl",
                        true,
                        "principal",
                        DirectorySimulator.SERVICE,
                        "credentials",
                        ConnIdBundle.secret(DirectorySimulator.PASSWORD),
                        "baseContexts",
                        new String[] {DirectorySimulator.DOMAIN},
                        "accountObjectClasses",
                        DirectoryWrites.CLASSES.toArray(String[]::new),
                        "accountUserNameAttributes",
                        new String[] {"sAMAccountName"},
                        "readSchema",
                        false));
    }

    @Override
    public String create(Map<String, String> attributes) {
        Map<String, String> all = new HashMap<>(attributes);
        all.put("__NAME__", "CN=" + attributes.get("displayName") + "," + DirectorySimulator.STAFF);
        all.put("userAccountControl", DirectoryWrites.CLOSED);
        return bundle.create(all);
    }

    @Override
    public void update(String account, String title) {
        bundle.update(account, Map.of("title", title));
    }
}
