package dev.tenure.lifecycle.testkit.contract;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.tenure.lifecycle.account.Account;
import dev.tenure.lifecycle.account.AccountRef;
import dev.tenure.lifecycle.failure.InvalidValue;
import dev.tenure.lifecycle.failure.NotFound;
import dev.tenure.lifecycle.target.NewAccount;
import dev.tenure.lifecycle.target.PlaceTarget;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Places of accounts. */
abstract class PlaceContract extends GroupContract {

    @Test
    void g6_create_putsTheAccountWhereItIsTold() {
        try (IdentityTargetFixture there = fixture()) {
            places(there);
            for (int i = 0; i < 2; i++) {
                String place = there.places().get(i);
                Account made =
                        there.target().create(new NewAccount(there.person(i), List.of(), Optional.of(place), false));
                assertEquals(Optional.of(place), there.placeOf(made.ref()), "create() put the account elsewhere");
            }
            assertThrows(
                    InvalidValue.class,
                    () -> there.target()
                            .create(new NewAccount(there.person(3), List.of(), Optional.of(there.noPlace()), false)),
                    "create() at a place that is not there must be an InvalidValue");
        }
    }

    @Test
    void g6_move_changesThePlaceAlone_andAgainIsSuccess() {
        try (IdentityTargetFixture there = fixture()) {
            PlaceTarget places = places(there);
            AccountRef ref = create(there, 1).ref();
            Account before = read(there, ref);
            for (String place : there.places()) {
                places.move(ref, place);
                assertEquals(Optional.of(place), there.placeOf(ref), "move() left the account elsewhere");
                assertDoesNotThrow(() -> places.move(ref, place), "move() to where the account is must be success");
                assertEquals(before, read(there, ref), "move() changed more than the place");
            }
        }
    }

    @Test
    void g6_move_ofNobodyOrToNowhere() {
        try (IdentityTargetFixture there = fixture()) {
            PlaceTarget places = places(there);
            AccountRef ref = create(there, 1).ref();
            assertThrows(
                    NotFound.class,
                    () -> places.move(there.nobody(), there.places().get(0)),
                    "move() of an account that is not there must be NotFound");
            assertThrows(
                    InvalidValue.class,
                    () -> places.move(ref, there.noPlace()),
                    "move() to a place that is not there must be an InvalidValue");
        }
    }
}
