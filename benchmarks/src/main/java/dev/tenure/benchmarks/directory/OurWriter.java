package dev.tenure.benchmarks.directory;

import dev.tenure.activedirectory.ActiveDirectoryTarget;
import dev.tenure.lifecycle.account.AccountRef;
import dev.tenure.lifecycle.attribute.AttributeDelta;
import dev.tenure.lifecycle.attribute.AttributeValue;
import dev.tenure.lifecycle.attribute.Attributes;
import dev.tenure.lifecycle.target.NewAccount;
import dev.tenure.simulators.directory.DirectorySimulator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Our own target, which also looks whether the logon name is free, and reads what the directory made of it. */
final class OurWriter implements DirectoryWrites.Writer {

    private static final Map<String, String> NAMES =
            Map.of("sAMAccountName", "samAccountName", "givenName", "firstName", "sn", "lastName", "mail", "email");

    private final ActiveDirectoryTarget target;

    OurWriter(TrustedDirectory directory) {
        this.target = ActiveDirectoryTarget.builder(DirectorySimulator.DOMAIN)
                .controller("localhost", directory.simulator().port())
                .sslContext(directory.trust())
                .credentials(DirectorySimulator.SERVICE, DirectorySimulator.PASSWORD)
                .accountsIn(DirectorySimulator.STAFF)
                .build();
    }

    @Override
    public String create(Map<String, String> attributes) {
        Attributes.Builder profile = Attributes.builder();
        attributes.forEach((name, value) -> profile.put(NAMES.getOrDefault(name, name), AttributeValue.of(value)));
        return target.create(new NewAccount(profile.build(), List.of(), Optional.empty(), true))
                .ref()
                .id();
    }

    @Override
    public void update(String account, String title) {
        target.update(
                new AccountRef(target.name(), account), new AttributeDelta(Map.of("title", AttributeValue.of(title))));
    }

    @Override
    public void close() {
        target.close();
    }
}
