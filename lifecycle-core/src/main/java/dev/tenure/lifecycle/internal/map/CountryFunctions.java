package dev.tenure.lifecycle.internal.map;

import dev.tenure.lifecycle.attribute.AttributeValue;
import dev.tenure.lifecycle.internal.map.Countries.Country;
import java.util.Locale;
import java.util.function.Function;

/** The functions of {@code Iso3166Convert}. Null gives null. */
final class CountryFunctions {

    private CountryFunctions() {}

    static Object toAlpha2(Arguments arguments) {
        return convert(arguments, Country::alpha2);
    }

    static Object toAlpha3(Arguments arguments) {
        return convert(arguments, Country::alpha3);
    }

    static Object toNumeric(Arguments arguments) {
        return convert(arguments, Country::numeric);
    }

    static Object toName(Arguments arguments) {
        return convert(arguments, Country::name);
    }

    private static Object convert(Arguments arguments, Function<Country, String> part) {
        if (Values.isNull(arguments.value(0))) {
            return AttributeValue.NULL;
        }
        Country country = Countries.find(code(arguments))
                .orElseThrow(() -> new Fault("the code is not one of a country in ISO 3166-1"));
        return AttributeValue.of(part.apply(country));
    }

    private static String code(Arguments arguments) {
        if (Values.isNumber(arguments.value(0))) {
            long number = arguments.integer(0);
            return number < 0 || number > 999 ? "" : String.format(Locale.ROOT, "%03d", number);
        }
        return arguments.text(0);
    }
}
