package dev.tenure.activedirectory;

import com.unboundid.ldap.listener.InMemoryDirectoryServer;
import com.unboundid.ldap.listener.InMemoryDirectoryServerConfig;
import com.unboundid.ldap.listener.InMemoryListenerConfig;
import com.unboundid.ldap.sdk.Entry;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.SearchScope;
import com.unboundid.util.ssl.cert.ManageCertificates;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.SecureRandom;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/**
 * The in-memory directory server with the behaviour of a domain controller that matters here put before it
 * ({@link DomainController}). On loopback, over TLS, with a certificate for {@code localhost}.
 */
final class FakeDirectory implements AutoCloseable {

    static final String DOMAIN = "DC=corp,DC=example,DC=test";
    static final String STAFF = "OU=Staff," + DOMAIN;
    static final String LEAVERS = "OU=Leavers," + DOMAIN;
    static final String GROUPS = "OU=Groups," + DOMAIN;
    static final String SERVICE = "CN=Tenure,CN=Users," + DOMAIN;
    static final String PASSWORD = "Service.Passw0rd";

    private static final char[] STORE_PASSWORD = "loopback".toCharArray();
    private static final KeyStore KEYS = keys("localhost");

    final DomainController behaviour = new DomainController();
    final InMemoryDirectoryServer server;

    private FakeDirectory(InMemoryListenerConfig listener) {
        try {
            InMemoryDirectoryServerConfig config = new InMemoryDirectoryServerConfig(DOMAIN);
            config.setSchema(null);
            config.setReferentialIntegrityAttributes("member", "manager");
            config.addAdditionalBindCredentials(SERVICE, PASSWORD);
            config.addInMemoryOperationInterceptor(behaviour);
            config.setListenerConfigs(listener);
            server = new InMemoryDirectoryServer(config);
            behaviour.of(server);
            server.add(new Entry(DOMAIN, new com.unboundid.ldap.sdk.Attribute("objectClass", "domainDNS")));
            for (String unit :
                    new String[] {STAFF, LEAVERS, GROUPS, "OU=Sales," + STAFF, "OU=Oslo,OU=Sales," + STAFF}) {
                server.add(new Entry(unit, new com.unboundid.ldap.sdk.Attribute("objectClass", "organizationalUnit")));
            }
            server.startListening();
        } catch (LDAPException e) {
            throw new IllegalStateException(e);
        }
    }

    static FakeDirectory start() {
        try {
            return new FakeDirectory(InMemoryListenerConfig.createLDAPSConfig(
                    "ldaps",
                    null,
                    0,
                    context(KEYS).getServerSocketFactory(),
                    context(KEYS).getSocketFactory()));
        } catch (LDAPException | GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** With a certificate that names another host than the one it is reached by. */
    static FakeDirectory startAs(KeyStore other) {
        try {
            return new FakeDirectory(InMemoryListenerConfig.createLDAPSConfig(
                    "ldaps", null, 0, context(other).getServerSocketFactory(), null));
        } catch (LDAPException | GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    static FakeDirectory startPlainAs(KeyStore other) {
        try {
            return new FakeDirectory(InMemoryListenerConfig.createLDAPConfig(
                    "ldap", null, 0, context(other).getSocketFactory()));
        } catch (LDAPException | GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    static SSLContext trust(KeyStore other) {
        try {
            return context(other);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Without TLS at first; {@code withStartTls} says whether the server can change to it. */
    static FakeDirectory startPlain(boolean withStartTls) {
        try {
            return new FakeDirectory(InMemoryListenerConfig.createLDAPConfig(
                    "ldap", null, 0, withStartTls ? context(KEYS).getSocketFactory() : null));
        } catch (LDAPException | GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    int port() {
        return server.getListenPort();
    }

    static SSLContext trust() {
        return trust(KEYS);
    }

    static SSLContext otherTrust() {
        return trust(keys("localhost"));
    }

    ActiveDirectoryTargetBuilder target() {
        return ActiveDirectoryTarget.builder(DOMAIN)
                .controller("localhost", port())
                .sslContext(trust())
                .credentials(SERVICE, PASSWORD)
                .accountsIn(STAFF)
                .leaversPlace(LEAVERS)
                .groupsIn(GROUPS);
    }

    Entry entry(String samAccountName) {
        try {
            return server
                    .search(
                            DOMAIN,
                            SearchScope.SUB,
                            com.unboundid.ldap.sdk.Filter.createEqualityFilter("sAMAccountName", samAccountName))
                    .getSearchEntries()
                    .stream()
                    .findFirst()
                    .map(found -> new Entry(found.getDN(), found.getAttributes()))
                    .orElseThrow(() -> new AssertionError("nobody has the logon name " + samAccountName));
        } catch (LDAPException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        server.shutDown(true);
    }

    private static SSLContext context(KeyStore keys) throws GeneralSecurityException {
        KeyManagerFactory own = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        own.init(keys, STORE_PASSWORD);
        TrustManagerFactory trusted = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        KeyStore certificates = KeyStore.getInstance("PKCS12");
        try {
            certificates.load(null, null);
            certificates.setCertificateEntry("dc", keys.getCertificate("dc"));
        } catch (IOException e) {
            throw new GeneralSecurityException(e);
        }
        trusted.init(certificates);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(own.getKeyManagers(), trusted.getTrustManagers(), new SecureRandom());
        return context;
    }

    static KeyStore keys(String host) {
        try {
            Path folder = Files.createTempDirectory("fake-directory");
            Path file = folder.resolve("keys.p12");
            ByteArrayOutputStream said = new ByteArrayOutputStream();
            ManageCertificates.main(
                    null,
                    said,
                    said,
                    "generate-self-signed-certificate",
                    "--keystore",
                    file.toString(),
                    "--keystore-type",
                    "PKCS12",
                    "--keystore-password",
                    new String(STORE_PASSWORD),
                    "--alias",
                    "dc",
                    "--subject-dn",
                    "CN=" + host,
                    "--subject-alternative-name-dns",
                    host);
            if (!Files.exists(file)) {
                throw new IllegalStateException(said.toString(StandardCharsets.UTF_8));
            }
            KeyStore keys = KeyStore.getInstance("PKCS12");
            try (InputStream in = Files.newInputStream(file)) {
                keys.load(in, STORE_PASSWORD);
            }
            Files.delete(file);
            Files.delete(folder);
            return keys;
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
