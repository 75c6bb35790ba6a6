package dev.tenure.workday.internal.call;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Makes the text of a fault fit for a message: what it quotes may be personal data and is left out. */
final class FaultText {

    private static final Pattern INVALID_ID =
            Pattern.compile("'(.*?)' is not a valid ID value for type = '([A-Za-z0-9_.\\- ]{1,80})'", Pattern.DOTALL);
    private static final Pattern QUOTED = Pattern.compile("'[^']*'|\"[^\"]*\"");
    private static final Pattern TELLING = Pattern.compile("\\S*(@|[0-9]{3})\\S*");
    private static final int LONGEST = 300;

    private FaultText() {}

    /** An id that Workday does not know. */
    record UnknownId(String type, String value) {

        /** Names the type alone. */
        @Override
        public String toString() {
            return "UnknownId[" + type + "]";
        }
    }

    static Optional<UnknownId> unknownId(String text) {
        Matcher found = INVALID_ID.matcher(text);
        return found.find() ? Optional.of(new UnknownId(found.group(2), found.group(1))) : Optional.empty();
    }

    /** Leaves out what is quoted, addresses and numbers. */
    static String redacted(String text) {
        String bare = QUOTED.matcher(text).replaceAll("'…'");
        bare = TELLING.matcher(bare).replaceAll("…").replaceAll("\\s+", " ").strip();
        return bare.length() <= LONGEST ? bare : bare.substring(0, LONGEST) + "…";
    }
}
