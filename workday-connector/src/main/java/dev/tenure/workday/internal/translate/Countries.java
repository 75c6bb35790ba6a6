package dev.tenure.workday.internal.translate;

import java.util.Arrays;
import java.util.Locale;
import java.util.MissingResourceException;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Turns country codes of three letters into those of two. */
final class Countries {

    private static final java.util.Map<String, String> ALPHA_2 = Arrays.stream(Locale.getISOCountries())
            .collect(Collectors.toUnmodifiableMap(Countries::alpha3, Function.identity(), (one, other) -> one));

    private Countries() {}

    static @Nullable String alpha2(String alpha3) {
        return ALPHA_2.get(alpha3);
    }

    private static String alpha3(String alpha2) {
        try {
            return new Locale.Builder().setRegion(alpha2).build().getISO3Country();
        } catch (MissingResourceException unknown) {
            return alpha2;
        }
    }
}
