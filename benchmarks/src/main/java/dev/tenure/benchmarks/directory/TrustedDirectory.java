package dev.tenure.benchmarks.directory;

import dev.tenure.simulators.directory.DirectorySimulator;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import javax.net.ssl.SSLContext;

/**
 * The directory to which everybody writes, and how to trust it. ConnId's bundle trusts what the Java machine trusts, so that
 * this process is told to trust the directory's certificate.
 *
 * @param simulator the directory
 * @param trust trusts its certificate
 */
record TrustedDirectory(DirectorySimulator simulator, SSLContext trust) implements AutoCloseable {

    private static final String PASSWORD = "loopback";

    static TrustedDirectory start() throws IOException, GeneralSecurityException {
        KeyStore keys = DirectorySimulator.keys("localhost");
        KeyStore certificates = KeyStore.getInstance("PKCS12");
        certificates.load(null, null);
        certificates.setCertificateEntry("directory", keys.getCertificate("dc"));
        Path file = Files.createTempFile("directory", ".p12");
        try (OutputStream out = Files.newOutputStream(file)) {
            certificates.store(out, PASSWORD.toCharArray());
        }
        file.toFile().deleteOnExit();
        System.setProperty("javax.net.ssl.trustStore", file.toString());
        System.setProperty("javax.net.ssl.trustStorePassword", PASSWORD);
        System.setProperty("javax.net.ssl.trustStoreType", "PKCS12");
        return new TrustedDirectory(DirectorySimulator.startAs(keys), DirectorySimulator.trust(keys));
    }

    @Override
    public void close() {
        simulator.close();
    }
}
