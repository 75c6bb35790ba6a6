package dev.tenure.lifecycle.testkit.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.tenure.lifecycle.account.Account;
import dev.tenure.lifecycle.account.AccountKey;
import dev.tenure.lifecycle.target.ReferenceTarget;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Attributes that name another account by a key. */
abstract class ReferenceContract extends PlaceContract {

    @Test
    void e11_keyOf_findsTheAccountThatTheValueNames_andNoOther() {
        try (IdentityTargetFixture there = fixture()) {
            ReferenceTarget references = references(there);
            Account manager = create(there, 1);
            Account other = create(there, 2);
            assertFalse(
                    references.attributes().isEmpty(), "a target without such attributes must say so with no ability");
            for (String attribute : references.attributes()) {
                for (Account account : List.of(manager, other)) {
                    Optional<AccountKey> key = references.keyOf(attribute, there.nameOf(attribute, account));
                    assertEquals(
                            Set.of(account.ref()),
                            refs(there.target().find(key.stream().toList())),
                            () -> "find() by keyOf() must find the account that '" + attribute
                                    + "' names, and no other");
                }
            }
        }
    }

    @Test
    void e11_aValueThatNamesSomebody_isKept() {
        try (IdentityTargetFixture there = fixture()) {
            ReferenceTarget references = references(there);
            Account manager = create(there, 1);
            Account report = create(there, 2);
            for (String attribute : references.attributes()) {
                String name = there.nameOf(attribute, manager);
                there.target().update(report.ref(), delta(attribute, name));
                assertEquals(
                        Optional.of(name),
                        read(there, report.ref()).attributes().text(attribute),
                        () -> "update() lost '" + attribute + "', which names an account that is there");
            }
        }
    }

    private static ReferenceTarget references(IdentityTargetFixture there) {
        return orSkip(there.target().references(), "attribute that names another account by a key");
    }
}
