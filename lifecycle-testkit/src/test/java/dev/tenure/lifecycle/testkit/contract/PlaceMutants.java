package dev.tenure.lifecycle.testkit.contract;

import dev.tenure.lifecycle.account.Account;
import dev.tenure.lifecycle.account.AccountKey;
import dev.tenure.lifecycle.account.AccountRef;
import dev.tenure.lifecycle.attribute.AttributeDelta;
import dev.tenure.lifecycle.attribute.AttributeValue;
import dev.tenure.lifecycle.failure.InvalidValue;
import dev.tenure.lifecycle.failure.ProtocolViolation;
import dev.tenure.lifecycle.target.NewAccount;
import dev.tenure.lifecycle.target.PlaceTarget;
import dev.tenure.lifecycle.target.ReferenceTarget;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Targets whose places or references are wrong. */
final class PlaceMutants extends TargetMutants {

    Mutant targetThatMakesAccountsAnywhere() {
        return wrong("g6_create_putsTheAccountWhereItIsTold", "elsewhere", real -> new DelegatingTarget(real) {
            @Override
            public Account create(NewAccount account) {
                return super.create(new NewAccount(account.profile(), account.groups()));
            }
        });
    }

    Mutant targetThatRefusesToMoveTwice() {
        return wrong(
                "g6_move_changesThePlaceAlone_andAgainIsSuccess",
                "must be success",
                real -> new DelegatingTarget(real) {
                    private final List<String> moves = new ArrayList<>();

                    @Override
                    public Optional<PlaceTarget> places() {
                        return super.places().map(there -> (account, place) -> {
                            if (moves.contains(account + place)) {
                                throw new ProtocolViolation("target", "target has the account there already");
                            }
                            moves.add(account + place);
                            there.move(account, place);
                        });
                    }
                });
    }

    Mutant targetThatMovesToNowhere() {
        return wrong("g6_move_ofNobodyOrToNowhere", "must be an InvalidValue", real -> new DelegatingTarget(real) {
            @Override
            public Optional<PlaceTarget> places() {
                return super.places().map(there -> (account, place) -> {
                    try {
                        there.move(account, place);
                    } catch (InvalidValue swallowed) {
                        return;
                    }
                });
            }
        });
    }

    Mutant targetWhoseReferencesAreLookedForElsewhere() {
        return wrong(
                "e11_keyOf_findsTheAccountThatTheValueNames_andNoOther",
                "must find the account",
                real -> new DelegatingTarget(real) {
                    @Override
                    public Optional<ReferenceTarget> references() {
                        return super.references().map(right -> new ReferenceTarget() {
                            @Override
                            public Set<String> attributes() {
                                return right.attributes();
                            }

                            @Override
                            public Optional<AccountKey> keyOf(String attribute, String value) {
                                return Optional.of(AccountKey.of("lastName", value));
                            }
                        });
                    }
                });
    }

    Mutant targetThatLosesReferences() {
        return wrong("e11_aValueThatNamesSomebody_isKept", "lost 'managerLogin'", real -> new DelegatingTarget(real) {
            @Override
            public Account update(AccountRef account, AttributeDelta delta) {
                Map<String, AttributeValue> some = new LinkedHashMap<>(delta.values());
                some.remove("managerLogin");
                return super.update(account, new AttributeDelta(some));
            }
        });
    }
}
