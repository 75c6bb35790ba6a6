package dev.tenure.activedirectory;

import com.unboundid.ldap.sdk.Attribute;
import com.unboundid.ldap.sdk.DN;
import com.unboundid.ldap.sdk.DeleteRequest;
import com.unboundid.ldap.sdk.Entry;
import com.unboundid.ldap.sdk.LDAPConnection;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.controls.SubtreeDeleteRequestControl;
import com.unboundid.util.ssl.PEMFileTrustManager;
import com.unboundid.util.ssl.SSLUtil;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * A real domain controller, Samba's, on loopback: {@code src/test/scripts/samba-ad.sh} installs it from Debian packages
 * where it is missing, and starts it. Where that cannot be done, the tests are skipped, and say why.
 */
final class SambaDomain {

    private static final Path SCRIPT = Path.of("src/test/scripts/samba-ad.sh");
    private static final int MOST_SECONDS = 240;
    private static final Answer START = start();

    private final Map<String, String> facts;

    private SambaDomain(Map<String, String> facts) {
        this.facts = facts;
    }

    private record Answer(Optional<SambaDomain> domain, String reason) {}

    /** The domain, started once for all tests of this process. */
    static Optional<SambaDomain> get() {
        return START.domain();
    }

    static String reason() {
        return START.reason();
    }

    String domain() {
        return fact("BASE_DN");
    }

    ActiveDirectoryTargetBuilder target() {
        return ActiveDirectoryTarget.builder(domain())
                .controller("localhost")
                .trustedAuthority(Path.of(fact("CA_FILE")))
                .credentials(fact("BIND_UPN"), fact("BIND_PASSWORD"));
    }

    /** Signs in as the administrator, or as somebody else. */
    LDAPConnection connect(String user, String password) throws LDAPException, GeneralSecurityException {
        PEMFileTrustManager trust =
                new PEMFileTrustManager(Path.of(fact("CA_FILE")).toFile());
        LDAPConnection connection = new LDAPConnection(new SSLUtil(trust).createSSLSocketFactory(), "localhost", 636);
        connection.bind(user, password);
        return connection;
    }

    LDAPConnection connect() throws LDAPException, GeneralSecurityException {
        return connect(fact("BIND_DN"), fact("BIND_PASSWORD"));
    }

    /** Makes an organizational unit, empty even if a test left something there. */
    void makeUnit(String name) {
        try (LDAPConnection connection = connect()) {
            if (connection.getEntry(name, "1.1") != null) {
                DeleteRequest all = new DeleteRequest(name);
                all.addControl(new SubtreeDeleteRequestControl());
                connection.delete(all);
            }
            connection.add(new Entry(name, new Attribute("objectClass", "organizationalUnit")));
        } catch (LDAPException | GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    void removeUnit(String name) {
        try (LDAPConnection connection = connect()) {
            DeleteRequest all = new DeleteRequest(name);
            all.addControl(new SubtreeDeleteRequestControl());
            connection.delete(all);
        } catch (LDAPException | GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Gives the parent of the entry of an account. */
    DN parentOf(String guid) {
        try (LDAPConnection connection = connect()) {
            Entry entry = connection.getEntry("<GUID=" + guid + ">", "cn");
            if (entry == null) {
                throw new IllegalStateException("no entry has the id " + guid);
            }
            return DN.getParent(entry.getDN());
        } catch (LDAPException | GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private String fact(String name) {
        return Optional.ofNullable(facts.get(name))
                .orElseThrow(() -> new IllegalStateException("samba-ad.sh did not say " + name));
    }

    private static Answer start() {
        Answer answer = tryStart();
        if (answer.domain().isEmpty()) {
            System.out.println("SKIPPED: tests against a real domain controller: " + answer.reason());
        }
        return answer;
    }

    private static Answer tryStart() {
        if (Boolean.getBoolean("tenure.samba.skip")) {
            return new Answer(Optional.empty(), "-Dtenure.samba.skip=true asks for it");
        }
        if (!Files.isReadable(SCRIPT)) {
            return new Answer(Optional.empty(), SCRIPT + " is not there; run them in the module's folder");
        }
        if (!"root".equals(System.getProperty("user.name"))) {
            return new Answer(Optional.empty(), "Samba's ports need root");
        }
        if (!Files.isExecutable(Path.of("/usr/bin/apt-get"))) {
            return new Answer(Optional.empty(), "the script installs Debian packages, and there is no apt-get");
        }
        try {
            Path said = Files.createTempFile("samba-ad", ".out");
            Path complained = Files.createTempFile("samba-ad", ".err");
            Process script = new ProcessBuilder("bash", SCRIPT.toString(), "start")
                    .redirectOutput(said.toFile())
                    .redirectError(complained.toFile())
                    .start();
            if (!script.waitFor(MOST_SECONDS, TimeUnit.SECONDS)) {
                script.destroyForcibly();
                return new Answer(Optional.empty(), "samba-ad.sh did not end within " + MOST_SECONDS + " s");
            }
            if (script.exitValue() != 0) {
                return new Answer(Optional.empty(), "samba-ad.sh failed: " + lastLine(complained));
            }
            Runtime.getRuntime().addShutdownHook(new Thread(SambaDomain::stop));
            return new Answer(Optional.of(new SambaDomain(facts(said))), "");
        } catch (IOException e) {
            return new Answer(Optional.empty(), "bash cannot be run: " + e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Answer(Optional.empty(), "the start was interrupted");
        }
    }

    private static void stop() {
        try {
            new ProcessBuilder("bash", SCRIPT.toString(), "stop").start().waitFor(20, TimeUnit.SECONDS);
        } catch (IOException ignored) {
            // It stays up, and the next start finds it.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static Map<String, String> facts(Path said) throws IOException {
        Map<String, String> facts = new HashMap<>();
        for (String line : Files.readAllLines(said, StandardCharsets.UTF_8)) {
            int equals = line.indexOf('=');
            if (equals > 0) {
                facts.put(line.substring(0, equals), line.substring(equals + 1));
            }
        }
        return facts;
    }

    private static String lastLine(Path complained) throws IOException {
        String text = Files.readString(complained, StandardCharsets.UTF_8).strip();
        return text.substring(text.lastIndexOf('\n') + 1);
    }
}
