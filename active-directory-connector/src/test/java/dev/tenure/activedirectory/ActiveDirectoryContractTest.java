package dev.tenure.activedirectory;

import com.unboundid.ldap.sdk.DN;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.ResultCode;
import dev.tenure.lifecycle.account.AccountRef;
import dev.tenure.lifecycle.target.IdentityTarget;
import dev.tenure.lifecycle.testkit.contract.IdentityTargetContract;
import dev.tenure.lifecycle.testkit.contract.IdentityTargetFixture;
import dev.tenure.lifecycle.testkit.contract.Interruption;
import dev.tenure.simulators.directory.DirectorySimulator;
import java.time.Duration;
import java.util.Optional;

/** The contract of targets over the in-memory directory. */
class ActiveDirectoryContractTest extends IdentityTargetContract {

    @Override
    protected IdentityTargetFixture fixture() {
        return new InMemory();
    }

    private static final class InMemory extends DirectoryFixture {

        private final DirectorySimulator directory = DirectorySimulator.start();
        private final ActiveDirectoryTarget target =
                Domain.target(directory).pageSize(3).build();

        @Override
        ActiveDirectoryTarget real() {
            return target;
        }

        @Override
        public Optional<String> placeOf(AccountRef account) {
            return target.get(java.util.List.of(account)).stream()
                    .findFirst()
                    .flatMap(there -> place(directory.entry(there.login()).getDN()));
        }

        private static Optional<String> place(String name) {
            try {
                String parent = DN.getParentString(name);
                return parent.equals("OU=Sales," + DirectorySimulator.STAFF)
                        ? Optional.of("Sales")
                        : parent.equals("OU=Oslo,OU=Sales," + DirectorySimulator.STAFF)
                                ? Optional.of("OU=Oslo,OU=Sales")
                                : Optional.empty();
            } catch (LDAPException e) {
                throw new IllegalStateException(e);
            }
        }

        /** What fails for good is a controller that is gone. */
        @Override
        public boolean interruptListing(Interruption how) {
            switch (how) {
                case BUSY -> directory.failNext("search", ResultCode.BUSY, "the page is not there yet");
                case BROKEN -> directory.close();
            }
            return true;
        }

        /** The password is the second write. */
        @Override
        public boolean turnAwayCreate(boolean isFirst) {
            directory.failNext(isFirst ? "add" : "modify", ResultCode.BUSY, "the server is too busy");
            return true;
        }

        @Override
        public boolean refuseOnceMade() {
            directory.failAfter("add", "search", ResultCode.INSUFFICIENT_ACCESS_RIGHTS, "no");
            return true;
        }

        @Override
        public Optional<IdentityTarget> unreachable() {
            DirectorySimulator gone = DirectorySimulator.start();
            int port = gone.port();
            gone.close();
            return Optional.of(ActiveDirectoryTarget.builder(DirectorySimulator.DOMAIN)
                    .controller("localhost", port)
                    .sslContext(DirectorySimulator.trust())
                    .credentials(DirectorySimulator.SERVICE, DirectorySimulator.PASSWORD)
                    .timeout(Duration.ofSeconds(5))
                    .build());
        }

        @Override
        public void close() {
            target.close();
            directory.close();
        }
    }
}
