package dev.tenure.activedirectory;

import com.unboundid.ldap.sdk.SimpleBindRequest;
import com.unboundid.util.ssl.JVMDefaultTrustManager;
import com.unboundid.util.ssl.PEMFileTrustManager;
import com.unboundid.util.ssl.SSLUtil;
import dev.tenure.activedirectory.internal.call.Connections;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.X509TrustManager;
import org.jspecify.annotations.Nullable;

/** How domain controllers are reached: which, by what protection, as whom. Not for use by several threads. */
final class ControllerSettings {

    private static final int LDAPS = 636;
    private static final int LDAP = 389;

    /** Controllers of one site tell each other within a minute, others mostly every quarter of an hour or less often. */
    private static final Duration REPLICATION = Duration.ofMinutes(15);

    private final List<InetSocketAddress> controllers = new ArrayList<>();
    private @Nullable String user;
    private @Nullable String password;
    boolean startTls;

    @Nullable
    SSLContext tls;

    @Nullable
    Path authority;

    int connections = 8;
    Duration timeout = Duration.ofSeconds(30);

    void controller(String host, int port) {
        if (host.isBlank() || host.contains("/") || host.contains(":")) {
            throw new IllegalArgumentException(
                    "Setting 'controller' is no host name; leave out 'ldaps://' and the port, as in dc1.corp.example");
        }
        if (port < 0 || port > 65_535) {
            throw new IllegalArgumentException("Setting 'controller' has port " + port + "; name one up to 65535");
        }
        controllers.add(InetSocketAddress.createUnresolved(host.strip(), port));
    }

    void credentials(String serviceAccount, String secret) {
        if (serviceAccount.isBlank() || secret.isEmpty()) {
            throw new IllegalArgumentException(
                    "Setting 'credentials' is empty; give the service account's name and password");
        }
        this.user = serviceAccount;
        this.password = secret;
    }

    void requireComplete() {
        if (controllers.isEmpty()) {
            throw new IllegalArgumentException("Setting 'controller' is missing; name a domain controller");
        }
        if (user == null || password == null) {
            throw new IllegalArgumentException("Setting 'credentials' is missing; name the service account");
        }
    }

    /** For how long one controller may not know what was made at another. */
    Duration lag() {
        return controllers.size() > 1 ? REPLICATION : Duration.ZERO;
    }

    Connections build() {
        return new Connections(
                controllers.stream().map(this::withPort).toList(),
                startTls,
                sockets(),
                new SimpleBindRequest(user, password),
                connections,
                timeout);
    }

    private InetSocketAddress withPort(InetSocketAddress controller) {
        int usual = startTls ? LDAP : LDAPS;
        int port = controller.getPort() == 0 ? usual : controller.getPort();
        return InetSocketAddress.createUnresolved(controller.getHostString(), port);
    }

    private SSLSocketFactory sockets() {
        if (tls != null) {
            if (authority != null) {
                throw new IllegalArgumentException("Settings 'sslContext' and 'trustedAuthority' exclude each other");
            }
            return tls.getSocketFactory();
        }
        try {
            X509TrustManager trust = authority == null
                    ? JVMDefaultTrustManager.getInstance()
                    : new PEMFileTrustManager(authority.toFile());
            return new SSLUtil(trust).createSSLSocketFactory();
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException(
                    "Setting 'trustedAuthority' holds no certificates in PEM form; name a file that does", e);
        }
    }
}
