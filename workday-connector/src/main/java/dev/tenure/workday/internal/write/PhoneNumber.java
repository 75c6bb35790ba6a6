package dev.tenure.workday.internal.write;

import java.util.Optional;

/**
 * A phone number, taken apart as Workday wants it.
 *
 * @param countryCode the id of the country phone code, such as {@code USA_1}
 * @param national the digits without the country code
 */
record PhoneNumber(String countryCode, String national) {

    /**
     * Takes a number apart.
     *
     * @param text the number in international form, with a plus and in any grouping
     * @param country the country of three letters that is meant where several share a calling code; may be empty
     * @return empty if it is not in international form, or its country is unknown
     */
    static Optional<PhoneNumber> parse(String text, String country) {
        String stripped = text.strip();
        if (!stripped.startsWith("+")) {
            return Optional.empty();
        }
        String digits = digits(stripped);
        return CallingCodes.of(digits, country)
                .filter(code -> digits.length() > code.digits().length())
                .map(code -> new PhoneNumber(
                        code.country() + "_" + code.digits(),
                        digits.substring(code.digits().length())));
    }

    static String digits(String text) {
        return text.chars()
                .filter(c -> c >= '0' && c <= '9')
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    /** Prints no number. */
    @Override
    public String toString() {
        return "PhoneNumber[" + countryCode + "]";
    }
}
