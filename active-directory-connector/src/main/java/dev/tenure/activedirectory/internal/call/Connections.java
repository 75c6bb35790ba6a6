package dev.tenure.activedirectory.internal.call;

import com.unboundid.ldap.sdk.FailoverServerSet;
import com.unboundid.ldap.sdk.LDAPConnectionOptions;
import com.unboundid.ldap.sdk.LDAPConnectionPool;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.OperationType;
import com.unboundid.ldap.sdk.PostConnectProcessor;
import com.unboundid.ldap.sdk.SimpleBindRequest;
import com.unboundid.ldap.sdk.StartTLSPostConnectProcessor;
import com.unboundid.util.ssl.HostNameSSLSocketVerifier;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import javax.net.SocketFactory;
import javax.net.ssl.SSLSocketFactory;
import org.jspecify.annotations.Nullable;

/**
 * How to connect: always over TLS, with the certificate and the host name in it checked, and signed in only after that.
 * The domain controllers are tried in order; who answered last is asked first.
 *
 * @param controllers host and port of each domain controller, in order of preference
 * @param startTls whether a connection begins without TLS and changes to it before anything is sent
 * @param sockets makes TLS connections of what is trusted
 * @param bind who signs in
 * @param most how many connections there are at most
 * @param timeout how long to wait for a connection or an answer
 */
public record Connections(
        List<InetSocketAddress> controllers,
        boolean startTls,
        SSLSocketFactory sockets,
        SimpleBindRequest bind,
        int most,
        Duration timeout) {

    private static final Duration OLDEST = Duration.ofMinutes(5);

    /** Copies the list. */
    public Connections {
        controllers = List.copyOf(controllers);
    }

    /** Says nothing of the credentials. */
    @Override
    public String toString() {
        return "Connections" + controllers;
    }

    LDAPConnectionPool pool() {
        LDAPConnectionOptions options = new LDAPConnectionOptions();
        options.setUseSynchronousMode(true);
        options.setConnectTimeoutMillis(Math.toIntExact(timeout.toMillis()));
        options.setResponseTimeoutMillis(timeout.toMillis());
        options.setFollowReferrals(false);
        options.setSSLSocketVerifier(new HostNameSSLSocketVerifier(true));
        String[] hosts =
                controllers.stream().map(InetSocketAddress::getHostString).toArray(String[]::new);
        int[] ports = controllers.stream().mapToInt(InetSocketAddress::getPort).toArray();
        SocketFactory plainOrTls = startTls ? SocketFactory.getDefault() : sockets;
        @Nullable PostConnectProcessor toTls = startTls ? new StartTLSPostConnectProcessor(sockets) : null;
        // The change to TLS belongs to the set of servers, so that it comes before the sign-in.
        FailoverServerSet servers = new FailoverServerSet(hosts, ports, plainOrTls, options, null, toTls);
        servers.setReOrderOnFailover(true);
        try {
            LDAPConnectionPool pool = new LDAPConnectionPool(servers, bind, 0, most);
            pool.setCreateIfNecessary(false);
            pool.setMaxWaitTimeMillis(timeout.toMillis());
            pool.setMaxConnectionAgeMillis(OLDEST.toMillis());
            // A connection that the server closed while it lay idle shows with the next call. Only reads are sent
            // again.
            pool.setRetryFailedOperationsDueToInvalidConnections(EnumSet.of(OperationType.SEARCH));
            return pool;
        } catch (LDAPException impossible) {
            throw new IllegalStateException("A pool without connections cannot fail to connect", impossible);
        }
    }
}
