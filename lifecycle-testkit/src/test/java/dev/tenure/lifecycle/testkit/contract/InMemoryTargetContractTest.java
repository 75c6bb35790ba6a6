package dev.tenure.lifecycle.testkit.contract;

import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Nested;

final class InMemoryTargetContractTest {

    @Nested
    final class WithOneLoginForEach extends IdentityTargetContract {

        @Override
        protected IdentityTargetFixture fixture() {
            return new InMemoryTargetFixture(UnaryOperator.identity());
        }
    }

    @Nested
    final class WithOneAddressForEachToo extends IdentityTargetContract {

        @Override
        protected IdentityTargetFixture fixture() {
            return new InMemoryTargetFixture(UnaryOperator.identity(), target -> target.unique("email"));
        }
    }
}
