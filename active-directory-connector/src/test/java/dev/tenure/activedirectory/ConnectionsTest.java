package dev.tenure.activedirectory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.unboundid.ldap.sdk.ResultCode;
import dev.tenure.lifecycle.account.AccountRef;
import dev.tenure.lifecycle.attribute.AttributeValue;
import dev.tenure.lifecycle.attribute.Attributes;
import dev.tenure.lifecycle.failure.ConnectorException;
import dev.tenure.lifecycle.failure.CredentialsRejected;
import dev.tenure.lifecycle.failure.FailureKind;
import dev.tenure.lifecycle.failure.ProtocolViolation;
import dev.tenure.lifecycle.failure.RetryLater;
import dev.tenure.lifecycle.source.ConnectionReport;
import dev.tenure.lifecycle.target.NewAccount;
import dev.tenure.simulators.directory.DirectorySimulator;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.security.KeyStore;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Connecting, failing over, and what a failure is called. */
class ConnectionsTest {

    @Test
    void s4_whatOneControllerMakes_anotherMayNotKnowYet() {
        ActiveDirectoryTargetBuilder builder = ActiveDirectoryTarget.builder("DC=corp,DC=example")
                .controller("dc1.corp.example")
                .credentials("svc", "secret");
        assertThat(builder.build().describe().lag()).isZero();
        builder.controller("dc2.corp.example");
        assertThat(builder.build().describe().lag()).isEqualTo(Duration.ofMinutes(15));
        builder.lag(Duration.ofHours(3));
        assertThat(builder.build().describe().lag()).isEqualTo(Duration.ofHours(3));
        assertThatThrownBy(() -> builder.lag(Duration.ofSeconds(-1))).hasMessageContaining("'lag' is PT-1S");
    }

    @Test
    void startTls_changesBeforeSigningIn() {
        try (DirectorySimulator directory = DirectorySimulator.startPlain(true);
                ActiveDirectoryTarget target =
                        Domain.target(directory).startTls().build()) {
            target.create(person("ada"));
            assertThat(directory.passwords()).containsKey("ada");
        }
    }

    @Test
    void startTls_whereTheServerCannot_sendsNothing() {
        try (DirectorySimulator directory = DirectorySimulator.startPlain(false);
                ActiveDirectoryTarget target = Domain.target(directory)
                        .startTls()
                        .timeout(Duration.ofSeconds(5))
                        .build()) {
            assertThatThrownBy(() -> target.create(person("ada"))).isInstanceOf(ConnectorException.class);
            assertThat(directory.writes()).isEmpty();
        }
    }

    @Test
    void ldaps_toAServerWithoutTls_sendsNoPassword() throws IOException {
        try (ServerSocket plain = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            CompletableFuture<byte[]> heard = CompletableFuture.supplyAsync(() -> firstBytes(plain));
            try (ActiveDirectoryTarget target = builder(plain.getLocalPort()).build()) {
                assertThatThrownBy(() -> target.get(List.of(someone()))).isInstanceOf(ConnectorException.class);
            }
            byte[] first = heard.join();
            assertThat(first[0]).as("a TLS record of the kind handshake").isEqualTo((byte) 22);
            assertThat(new String(first, java.nio.charset.StandardCharsets.ISO_8859_1))
                    .doesNotContain(DirectorySimulator.PASSWORD);
        }
    }

    @Test
    void certificate_ofAnotherAuthority_isRefused() {
        for (boolean startTls : new boolean[] {false, true}) {
            try (DirectorySimulator directory =
                    startTls ? DirectorySimulator.startPlain(true) : DirectorySimulator.start()) {
                ActiveDirectoryTargetBuilder builder =
                        Domain.target(directory).sslContext(DirectorySimulator.otherTrust());
                try (ActiveDirectoryTarget target = (startTls ? builder.startTls() : builder).build()) {
                    assertThatThrownBy(() -> target.get(List.of(someone())))
                            .isInstanceOf(ProtocolViolation.class)
                            .hasMessageContaining("certificate");
                }
            }
        }
    }

    @Test
    void certificate_forAnotherHost_isRefused() {
        KeyStore other = DirectorySimulator.keys("dc1.corp.example.test");
        for (boolean startTls : new boolean[] {false, true}) {
            try (DirectorySimulator directory =
                    startTls ? DirectorySimulator.startPlainAs(other) : DirectorySimulator.startAs(other)) {
                ActiveDirectoryTargetBuilder builder =
                        Domain.target(directory).sslContext(DirectorySimulator.trust(other));
                try (ActiveDirectoryTarget target = (startTls ? builder.startTls() : builder).build()) {
                    assertThatThrownBy(() -> target.get(List.of(someone())))
                            .isInstanceOf(ProtocolViolation.class)
                            .hasMessageContaining("names another host");
                }
            }
        }
    }

    @Test
    void failover_theNextControllerAnswersWhereTheFirstDoesNot() {
        DirectorySimulator first = DirectorySimulator.start();
        try (DirectorySimulator second = DirectorySimulator.start();
                ActiveDirectoryTarget target = Domain.target(first)
                        .controller("localhost", second.port())
                        .timeout(Duration.ofSeconds(5))
                        .build()) {
            target.create(person("ada"));
            assertThat(first.passwords()).containsKey("ada");
            assertThat(second.writes()).isEmpty();
            first.close();
            // A write that met the broken connection is not sent again by the connector; the engine does it.
            createOrRetry(target, "lin");
            assertThat(second.passwords()).containsKey("lin");
        }
    }

    @Test
    void credentials_thatAreWrong_areSaidToBe() {
        try (DirectorySimulator directory = DirectorySimulator.start();
                ActiveDirectoryTarget target = Domain.target(directory)
                        .credentials(DirectorySimulator.SERVICE, "not-the-password")
                        .build()) {
            assertThatThrownBy(() -> target.get(List.of(someone())))
                    .isInstanceOf(CredentialsRejected.class)
                    .hasMessageNotContaining("not-the-password");
            ConnectionReport report = target.test();
            assertThat(report.ok()).isFalse();
            assertThat(report.toString()).doesNotContain("not-the-password");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "1, '00002020: Operation unavailable without authentication', CREDENTIALS_REJECTED",
        "1, '00000000: other', RETRY_LATER",
        "3, '', RETRY_LATER",
        "8, '', PROTOCOL_VIOLATION",
        "10, '0000202B: RefErr', PROTOCOL_VIOLATION",
        "11, '', PROTOCOL_VIOLATION",
        "16, '', INVALID_VALUE",
        "17, '', INVALID_VALUE",
        "19, '00002082: AtrErr', INVALID_VALUE",
        "20, '', CONFLICT",
        "21, '', INVALID_VALUE",
        "32, '', NOT_FOUND",
        "49, '80090308: LdapErr: comment: AcceptSecurityContext error, data 533, v1db1', CREDENTIALS_REJECTED",
        "50, '00002098: SecErr', PERMISSION_MISSING",
        "51, '', RETRY_LATER",
        "52, '', RETRY_LATER",
        "53, '0000001F: SvcErr', PROTOCOL_VIOLATION",
        "53, '00002035: SvcErr', INVALID_VALUE",
        "65, '', INVALID_VALUE",
        "66, '', PROTOCOL_VIOLATION",
        "68, '', CONFLICT",
        "80, '', RETRY_LATER",
        "81, '', RETRY_LATER",
        "85, '', RETRY_LATER",
        "91, '', RETRY_LATER"
    })
    void everyResult_hasItsKind(int code, String diagnostic, FailureKind kind) {
        try (DirectorySimulator directory = DirectorySimulator.start();
                ActiveDirectoryTarget target = Domain.target(directory).build()) {
            AccountRef ada = target.create(person("ada")).ref();
            directory.failNext("modify", ResultCode.valueOf(code), diagnostic);
            assertThatThrownBy(() -> target.update(
                            ada,
                            new dev.tenure.lifecycle.attribute.AttributeDelta(
                                    java.util.Map.of("title", AttributeValue.of("A title of somebody")))))
                    .isInstanceOfSatisfying(
                            ConnectorException.class,
                            fault -> assertThat(fault.kind()).isEqualTo(kind))
                    .hasMessageNotContaining("A title of somebody")
                    .hasMessageContaining(";");
        }
    }

    @Test
    void n3_theTest_namesEachRightThatIsMissing() {
        try (DirectorySimulator directory = DirectorySimulator.start();
                ActiveDirectoryTarget target = Domain.target(directory).build()) {
            target.create(person("ada"));
            directory.rights().put("allowedChildClasses", List.of("user", "group"));
            directory.rights().put("allowedChildClassesEffective", List.of("group"));
            directory.rights().put("allowedAttributes", List.of("mail"));
            directory.rights().put("allowedAttributesEffective", List.of("mail", "userAccountControl"));
            ConnectionReport report = target.test();
            assertThat(problem(report, "create users")).contains("Create user objects");
            assertThat(problem(report, "create groups")).isEmpty();
            assertThat(problem(report, "open and close users"))
                    .contains("pwdLastSet")
                    .doesNotContain("userAccountControl");
            assertThat(problem(report, "write users")).contains("manager").doesNotContain("mail");
            assertThat(problem(report, "sign in")).isEmpty();
            assertThat(report.checks())
                    .filteredOn(check -> check.problem().isPresent())
                    .allSatisfy(check -> assertThat(check.kind()).contains(FailureKind.PERMISSION_MISSING));
        }
    }

    @Test
    void n3_theTest_saysWhatItCannotTell() {
        try (DirectorySimulator directory = DirectorySimulator.start();
                ActiveDirectoryTarget target = Domain.target(directory).build()) {
            assertThat(doubtful(target.test())).containsExactly("write users", "open and close users", "set passwords");
            target.create(person("ada"));
            assertThat(doubtful(target.test())).containsExactly("set passwords");
        }
    }

    private static List<String> doubtful(ConnectionReport report) {
        return report.checks().stream()
                .filter(check -> check.doubt().isPresent())
                .map(ConnectionReport.Check::feature)
                .toList();
    }

    @Test
    void n3_theTest_namesAPlaceThatIsMissing() {
        try (DirectorySimulator directory = DirectorySimulator.start();
                ActiveDirectoryTarget target = Domain.target(directory)
                        .leaversPlace("OU=Nowhere," + DirectorySimulator.DOMAIN)
                        .build()) {
            assertThat(problem(target.test(), "move leavers")).contains("OU=Nowhere");
        }
    }

    @Test
    void settings_thatContradict_areRefusedWhenBuilt() {
        assertThatThrownBy(() -> ActiveDirectoryTarget.builder("nonsense")).hasMessageContaining("domain");
        assertThatThrownBy(() -> builder(1).accountsIn("OU=Staff,DC=other")).hasMessageContaining("accountsIn");
        assertThatThrownBy(() -> builder(1).formerPlaceIn("info").build()).hasMessageContaining("leaversPlace");
        assertThatThrownBy(() -> builder(1).controller("ldaps://dc1")).hasMessageContaining("ldaps://");
        assertThatThrownBy(() -> builder(1).keys("shoeSize").build()).hasMessageContaining("shoeSize");
        assertThatThrownBy(() -> ActiveDirectoryTarget.builder(DirectorySimulator.DOMAIN)
                        .credentials("a", "b")
                        .build())
                .hasMessageContaining("controller");
        assertThat(builder(1).toString()).doesNotContain(DirectorySimulator.PASSWORD);
        try (ActiveDirectoryTarget target = builder(1).build()) {
            assertThat(target.toString()).isEqualTo("ActiveDirectoryTarget[ad]");
        }
    }

    private static String problem(ConnectionReport report, String feature) {
        return report.checks().stream()
                .filter(check -> check.feature().equals(feature))
                .map(ConnectionReport.Check::problem)
                .flatMap(Optional::stream)
                .findFirst()
                .orElse("");
    }

    private static void createOrRetry(ActiveDirectoryTarget target, String sam) {
        for (int attempt = 0; attempt < 10; attempt++) {
            try {
                target.create(person(sam));
                return;
            } catch (RetryLater again) {
                // A connection of before; the pool gives it up.
            }
        }
        throw new AssertionError("no controller took over");
    }

    private static ActiveDirectoryTargetBuilder builder(int port) {
        return ActiveDirectoryTarget.builder(DirectorySimulator.DOMAIN)
                .controller("localhost", port)
                .sslContext(DirectorySimulator.trust())
                .timeout(Duration.ofSeconds(3))
                .credentials(DirectorySimulator.SERVICE, DirectorySimulator.PASSWORD);
    }

    private static byte[] firstBytes(ServerSocket server) {
        try (Socket socket = server.accept()) {
            byte[] first = new byte[4096];
            int count = socket.getInputStream().read(first);
            return java.util.Arrays.copyOf(first, Math.max(count, 1));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static AccountRef someone() {
        return new AccountRef("ad", "00000000-0000-4000-8000-000000000000");
    }

    private static NewAccount person(String sam) {
        return new NewAccount(
                Attributes.builder()
                        .put("samAccountName", AttributeValue.of(sam))
                        .put("firstName", AttributeValue.of(sam))
                        .put("lastName", AttributeValue.of("Test"))
                        .build(),
                List.of());
    }
}
