package dev.tenure.activedirectory;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.unboundid.ldap.sdk.DN;
import com.unboundid.ldap.sdk.LDAPException;
import dev.tenure.lifecycle.account.AccountRef;
import dev.tenure.lifecycle.testkit.contract.IdentityTargetContract;
import dev.tenure.lifecycle.testkit.contract.IdentityTargetFixture;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;

/** The contract of targets over a real domain controller. */
class SambaContractTest extends IdentityTargetContract {

    @BeforeAll
    static void needsADomainController() {
        assumeTrue(SambaDomain.get().isPresent(), SambaDomain::reason);
    }

    @Override
    protected IdentityTargetFixture fixture() {
        return new Real(SambaDomain.get().orElseThrow());
    }

    private static final class Real extends DirectoryFixture {

        private final SambaDomain domain;
        private final String unit;
        private final ActiveDirectoryTarget target;

        Real(SambaDomain domain) {
            this.domain = domain;
            this.unit = "OU=Contract," + domain.domain();
            domain.makeUnit(unit);
            for (String name : List.of("OU=Sales,", "OU=Oslo,OU=Sales,", "OU=Leavers,", "OU=Groups,")) {
                domain.makeUnit(name + unit);
            }
            this.target = domain.target()
                    .accountsIn(unit)
                    .leaversPlace("OU=Leavers," + unit)
                    .groupsIn("OU=Groups," + unit)
                    .pageSize(3)
                    .build();
        }

        @Override
        ActiveDirectoryTarget real() {
            return target;
        }

        @Override
        public Optional<String> placeOf(AccountRef account) {
            try {
                DN parent = domain.parentOf(account.id());
                for (String place : List.of("Sales", "OU=Oslo,OU=Sales")) {
                    if (parent.equals(new DN((place.contains("=") ? place : "OU=" + place) + "," + unit))) {
                        return Optional.of(place);
                    }
                }
                return Optional.empty();
            } catch (LDAPException e) {
                throw new IllegalStateException(e);
            }
        }

        @Override
        public void close() {
            target.close();
            domain.removeUnit(unit);
        }
    }
}
