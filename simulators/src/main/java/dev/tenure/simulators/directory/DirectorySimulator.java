package dev.tenure.simulators.directory;

import com.unboundid.ldap.listener.InMemoryDirectoryServer;
import com.unboundid.ldap.listener.InMemoryDirectoryServerConfig;
import com.unboundid.ldap.listener.InMemoryListenerConfig;
import com.unboundid.ldap.sdk.Entry;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.ResultCode;
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
import java.util.List;
import java.util.Map;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/**
 * A domain of Active Directory in memory: UnboundID's directory server with what a domain controller of Windows does beyond
 * it, such as passwords, unique logon names and its own result codes. On loopback, over TLS, with a certificate of its own
 * for {@code localhost}. Safe for use by several threads.
 */
public final class DirectorySimulator implements AutoCloseable {

    /** The domain. */
    public static final String DOMAIN = "DC=corp,DC=example,DC=test";

    /** Where accounts are; below it are {@code OU=Sales} and {@code OU=Oslo,OU=Sales}. */
    public static final String STAFF = "OU=Staff," + DOMAIN;

    /** Where accounts of leavers go. */
    public static final String LEAVERS = "OU=Leavers," + DOMAIN;

    /** Where groups are. */
    public static final String GROUPS = "OU=Groups," + DOMAIN;

    /** The service account. */
    public static final String SERVICE = "CN=Tenure,CN=Users," + DOMAIN;

    /** The password of the service account. */
    public static final String PASSWORD = "Service.Passw0rd";

    private static final char[] STORE_PASSWORD = "loopback".toCharArray();
    private static final KeyStore KEYS = keys("localhost");

    private final DomainController behaviour = new DomainController();
    private final InMemoryDirectoryServer server;

    private DirectorySimulator(InMemoryListenerConfig listener) {
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

    /**
     * Starts a domain over LDAPS.
     *
     * @return the domain, to be closed
     */
    public static DirectorySimulator start() {
        try {
            return new DirectorySimulator(InMemoryListenerConfig.createLDAPSConfig(
                    "ldaps",
                    null,
                    0,
                    context(KEYS).getServerSocketFactory(),
                    context(KEYS).getSocketFactory()));
        } catch (LDAPException | GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /**
     * Starts a domain over LDAPS with another certificate, such as one that names another host.
     *
     * @param other from {@link #keys}
     * @return the domain, to be closed
     */
    public static DirectorySimulator startAs(KeyStore other) {
        try {
            return new DirectorySimulator(InMemoryListenerConfig.createLDAPSConfig(
                    "ldaps", null, 0, context(other).getServerSocketFactory(), null));
        } catch (LDAPException | GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /**
     * Starts a domain over LDAP that changes to TLS with another certificate.
     *
     * @param other from {@link #keys}
     * @return the domain, to be closed
     */
    public static DirectorySimulator startPlainAs(KeyStore other) {
        try {
            return new DirectorySimulator(InMemoryListenerConfig.createLDAPConfig(
                    "ldap", null, 0, context(other).getSocketFactory()));
        } catch (LDAPException | GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /**
     * Makes a context that trusts a certificate.
     *
     * @param other from {@link #keys}
     * @return the context
     */
    public static SSLContext trust(KeyStore other) {
        try {
            return context(other);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /**
     * Starts a domain over LDAP, without TLS at first.
     *
     * @param withStartTls whether it can change to TLS
     * @return the domain, to be closed
     */
    public static DirectorySimulator startPlain(boolean withStartTls) {
        try {
            return new DirectorySimulator(InMemoryListenerConfig.createLDAPConfig(
                    "ldap", null, 0, withStartTls ? context(KEYS).getSocketFactory() : null));
        } catch (LDAPException | GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /**
     * Gives the port at {@code localhost}.
     *
     * @return the port
     */
    public int port() {
        return server.getListenPort();
    }

    /**
     * Makes a context that trusts the certificate of {@link #start()}.
     *
     * @return the context
     */
    public static SSLContext trust() {
        return trust(KEYS);
    }

    /**
     * Makes a context that trusts another certificate and not that of {@link #start()}.
     *
     * @return the context
     */
    public static SSLContext otherTrust() {
        return trust(keys("localhost"));
    }

    /**
     * Reads an entry.
     *
     * @param samAccountName its logon name
     * @return a copy of it
     * @throws AssertionError if nobody has that name
     */
    public Entry entry(String samAccountName) {
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

    /**
     * Gives the directory server itself.
     *
     * @return the server of UnboundID's SDK, which does what it is told without asking the domain controller
     */
    public InMemoryDirectoryServer server() {
        return server;
    }

    /**
     * Gives the passwords that were set.
     *
     * @return passwords by logon name, as they change
     */
    public Map<String, String> passwords() {
        return behaviour.passwords;
    }

    /**
     * Gives what was written: {@code add}, {@code move}, or {@code modify} and the attribute.
     *
     * @return what was written, in order, which may be cleared
     */
    public List<String> writes() {
        return behaviour.log;
    }

    /**
     * Gives what the directory says of the reader's rights: attributes that every entry gets when they are asked for.
     *
     * @return values by attribute, which may be changed
     */
    public Map<String, List<String>> rights() {
        return behaviour.rights;
    }

    /**
     * Lets the next operation of a kind fail.
     *
     * @param kind {@code add}, {@code modify}, {@code move}, {@code delete} or {@code search}
     * @param code the result code
     * @param diagnostic the message, as a domain controller words it
     */
    public void failNext(String kind, ResultCode code, String diagnostic) {
        behaviour.fail("", kind, code, diagnostic);
    }

    /**
     * Lets the next operation of a kind fail that comes after the next one of another kind.
     *
     * @param first the kind that comes before, as for {@link #failNext}
     * @param kind the kind that fails
     * @param code the result code
     * @param diagnostic the message, as a domain controller words it
     */
    public void failAfter(String first, String kind, ResultCode code, String diagnostic) {
        behaviour.fail(first, kind, code, diagnostic);
    }

    /**
     * Sets how many members one answer holds. By default 1,500.
     *
     * @param values how many
     */
    public void rangeSize(int values) {
        behaviour.rangeSize = values;
    }

    /**
     * Sets which domain controller this is said to be.
     *
     * @param settings the name of its settings object
     */
    public void identity(String settings) {
        behaviour.server = settings;
    }

    /** Stops the server. */
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

    /**
     * Makes a key and a certificate.
     *
     * @param host the host that the certificate names
     * @return a key store with both
     */
    public static KeyStore keys(String host) {
        try {
            Path folder = Files.createTempDirectory("directory-simulator");
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
