package dev.tenure.lifecycle.testkit.contract;

import dev.tenure.lifecycle.target.AccountPages;
import dev.tenure.lifecycle.target.GroupTarget;
import dev.tenure.lifecycle.target.IdentityTarget;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Makes wrong targets of a right one. */
abstract class TargetMutants {

    static Mutant wrong(String test, String words, UnaryOperator<IdentityTarget> mutation) {
        return new Mutant(new MutantTargetContract(mutation), test, words);
    }

    static Mutant wrongGroups(String test, String words, UnaryOperator<GroupTarget> mutation) {
        return wrong(test, words, real -> new DelegatingTarget(real) {
            @Override
            public Optional<GroupTarget> groups() {
                return super.groups().map(mutation);
            }
        });
    }

    static Mutant wrongPages(String test, String words, UnaryOperator<AccountPages> mutation) {
        return wrong(test, words, real -> new DelegatingTarget(real) {
            @Override
            public AccountPages accounts() {
                return mutation.apply(super.accounts());
            }
        });
    }
}
