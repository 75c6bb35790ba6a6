package dev.tenure.benchmarks.directory;

import com.unboundid.ldap.sdk.Attribute;
import com.unboundid.ldap.sdk.LDAPConnection;
import com.unboundid.ldap.sdk.LDAPConnectionOptions;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.Modification;
import com.unboundid.ldap.sdk.ModificationType;
import dev.tenure.simulators.directory.DirectorySimulator;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The limit: one call each by the LDAP client that we use too, and nobody looks at anything. */
final class BareWriter implements DirectoryWrites.Writer {

    private final LDAPConnection connection;

    BareWriter(TrustedDirectory directory) throws LDAPException {
        LDAPConnectionOptions options = new LDAPConnectionOptions();
        options.setUseSynchronousMode(true);
        this.connection = new LDAPConnection(
                directory.trust().getSocketFactory(),
                options,
                "localhost",
                directory.simulator().port(),
                DirectorySimulator.SERVICE,
                DirectorySimulator.PASSWORD);
    }

    @Override
    public String create(Map<String, String> person) throws LDAPException {
        String name = "CN=" + person.get("displayName") + "," + DirectorySimulator.STAFF;
        List<Attribute> attributes = new ArrayList<>();
        attributes.add(new Attribute("objectClass", DirectoryWrites.CLASSES));
        attributes.add(new Attribute("userAccountControl", DirectoryWrites.CLOSED));
        person.forEach((attribute, value) -> attributes.add(new Attribute(attribute, value)));
        connection.add(name, attributes);
        return name;
    }

    @Override
    public void update(String account, String title) throws LDAPException {
        connection.modify(account, new Modification(ModificationType.REPLACE, "title", title));
    }

    @Override
    public void close() {
        connection.close();
    }
}
