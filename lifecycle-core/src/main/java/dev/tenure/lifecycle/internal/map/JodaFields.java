package dev.tenure.lifecycle.internal.map;

import dev.tenure.lifecycle.internal.map.JodaInput.Part;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoField;
import java.time.temporal.IsoFields;
import java.time.temporal.TemporalField;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToIntFunction;

/** Makes the fields of a time pattern from its letters. */
final class JodaFields {

    private static final List<String> MONTHS = List.of(
            "January",
            "February",
            "March",
            "April",
            "May",
            "June",
            "July",
            "August",
            "September",
            "October",
            "November",
            "December");

    private static final List<String> DAYS =
            List.of("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday");

    private static final int FULL_NAME = 4;

    private JodaFields() {}

    /**
     * Makes a field.
     *
     * @param letter the pattern's letter
     * @param count how often it stands there
     * @param beforeNumber whether a field of digits follows at once
     */
    static JodaField of(char letter, int count, boolean beforeNumber) {
        return switch (letter) {
            case 'G' -> name(List.of("BC", "AD"), List.of("BC", "AD"), ChronoField.ERA, 0, Part.ERA);
            case 'C' ->
                number(
                        time -> time.get(ChronoField.YEAR_OF_ERA) / 100,
                        count,
                        beforeNumber ? count : 9,
                        Part.CENTURY,
                        0);
            case 'y' -> year(time -> time.get(ChronoField.YEAR), count, beforeNumber, Part.YEAR);
            case 'Y' -> year(time -> time.get(ChronoField.YEAR_OF_ERA), count, beforeNumber, Part.YEAR);
            case 'x' -> year(time -> time.get(IsoFields.WEEK_BASED_YEAR), count, beforeNumber, Part.WEEK_YEAR);
            case 'w' -> number(IsoFields.WEEK_OF_WEEK_BASED_YEAR, count, 2, Part.WEEK);
            case 'e' -> number(ChronoField.DAY_OF_WEEK, count, 1, Part.DAY_OF_WEEK);
            case 'E' -> name(DAYS, count, ChronoField.DAY_OF_WEEK, Part.DAY_OF_WEEK);
            case 'D' -> number(ChronoField.DAY_OF_YEAR, count, 3, Part.DAY_OF_YEAR);
            case 'M' ->
                count > 2
                        ? name(MONTHS, count, ChronoField.MONTH_OF_YEAR, Part.MONTH)
                        : number(ChronoField.MONTH_OF_YEAR, count, 2, Part.MONTH);
            case 'd' -> number(ChronoField.DAY_OF_MONTH, count, 2, Part.DAY);
            case 'a' -> name(List.of("AM", "PM"), List.of("AM", "PM"), ChronoField.AMPM_OF_DAY, 0, Part.HALF_OF_DAY);
            case 'K' -> number(ChronoField.HOUR_OF_AMPM, count, 2, Part.HOUR_OF_HALF);
            case 'h' -> number(time -> time.get(ChronoField.CLOCK_HOUR_OF_AMPM), count, 2, Part.HOUR_OF_HALF, 12);
            case 'H' -> number(ChronoField.HOUR_OF_DAY, count, 2, Part.HOUR);
            case 'k' -> number(time -> time.get(ChronoField.CLOCK_HOUR_OF_DAY), count, 2, Part.HOUR, 24);
            case 'm' -> number(ChronoField.MINUTE_OF_HOUR, count, 2, Part.MINUTE);
            case 's' -> number(ChronoField.SECOND_OF_MINUTE, count, 2, Part.SECOND);
            case 'S' -> new JodaFraction(count);
            case 'z', 'Z' -> JodaZone.of(letter, count);
            default -> throw new Fault("the time format has no letter '" + letter + "'; quote text with '");
        };
    }

    static JodaField literal(String text) {
        return new JodaField() {
            @Override
            public void print(ZonedDateTime time, StringBuilder out) {
                out.append(text);
            }

            @Override
            public void parse(JodaInput input) {
                if (!input.take(text)) {
                    throw JodaInput.mismatch();
                }
            }
        };
    }

    private static JodaField number(TemporalField field, int minDigits, int maxDigits, Part part) {
        return number(time -> time.get(field), minDigits, maxDigits, part, 0);
    }

    /** A number of digits. On a clock that ends with a number, that number is read as 0. */
    private static JodaField number(
            ToIntFunction<ZonedDateTime> value, int minDigits, int maxDigits, Part part, int zero) {
        return new JodaField() {
            @Override
            public void print(ZonedDateTime time, StringBuilder out) {
                pad(value.applyAsInt(time), minDigits, out);
            }

            @Override
            public void parse(JodaInput input) {
                int number = input.takeNumber(Math.max(minDigits, maxDigits));
                if (zero > 0 && (number < 1 || number > zero)) {
                    throw JodaInput.mismatch();
                }
                if (part == Part.HOUR_OF_HALF && zero == 0 && number > 11) {
                    throw JodaInput.mismatch();
                }
                input.set(part, number == zero ? 0 : number);
            }
        };
    }

    private static JodaField year(ToIntFunction<ZonedDateTime> value, int count, boolean beforeNumber, Part part) {
        if (count == 2) {
            return new JodaTwoDigitYear(value, beforeNumber, part);
        }
        return new JodaField() {
            @Override
            public void print(ZonedDateTime time, StringBuilder out) {
                pad(value.applyAsInt(time), count, out);
            }

            @Override
            public void parse(JodaInput input) {
                input.set(part, input.takeSigned(beforeNumber ? count : 9));
            }
        };
    }

    private static JodaField name(List<String> names, int count, TemporalField field, Part part) {
        List<String> shortNames =
                names.stream().map(name -> name.substring(0, 3)).toList();
        return count >= FULL_NAME ? name(names, shortNames, field, 1, part) : name(shortNames, names, field, 1, part);
    }

    /** A name, which is printed one way and read both ways. */
    private static JodaField name(
            List<String> printed, List<String> alsoRead, TemporalField field, int first, Part part) {
        List<String> read = new ArrayList<>(printed);
        read.addAll(alsoRead);
        return new JodaField() {
            @Override
            public void print(ZonedDateTime time, StringBuilder out) {
                out.append(printed.get(time.get(field) - first));
            }

            @Override
            public void parse(JodaInput input) {
                input.set(part, input.takeName(read) % printed.size() + first);
            }
        };
    }

    static void pad(int value, int minDigits, StringBuilder out) {
        if (value < 0) {
            out.append('-');
        }
        String digits = Integer.toString(Math.abs(value));
        out.append("0".repeat(Math.max(0, minDigits - digits.length()))).append(digits);
    }
}
