package dev.tenure.workday.internal.call;

import java.util.Optional;
import java.util.StringJoiner;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Makes the text of a fault fit for a message: what it quotes may be personal data and is left out. */
final class FaultText {

    private static final Pattern INVALID_ID =
            Pattern.compile("'(.*?)' is not a valid ID value for type = '([A-Za-z0-9_.\\- ]{1,80})'", Pattern.DOTALL);
    private static final Pattern QUOTED = Pattern.compile("'[^']*'|\"[^\"]*\"");
    private static final Pattern PLAIN = Pattern.compile("[a-z]+[.,;:]?");
    private static final Pattern TERM =
            Pattern.compile("(The|A|An|You|This|That|It|If|No|Not|Only|Must|Cannot|Invalid|Required"
                    + "|Another|Each|Every|One|Primary|Email|Phone|Address|Country|Code|Number|Device|Usage|Type|Work|Home|Contact"
                    + "|Information|Worker|Person|Business|Process|Event|Effective|Entry|Date|DateTime|Moment|Reference|ID|Value"
                    + "|Updated|From|Through|Of|As|Page|Count|Element|Content|Task|Validation|Processing|Workday|Security"
                    + "|Account|User|Name|Integration|System|Field|Request|Response|Data)[.,;:]?");
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

    /**
     * Keeps plain words and the terms of Workday's screens. What is quoted, and every other word that could name somebody,
     * is left out.
     */
    static String redacted(String text) {
        StringJoiner kept = new StringJoiner(" ");
        boolean left = false;
        for (String word : QUOTED.matcher(text).replaceAll(" … ").split("\\s+", -1)) {
            boolean keep = PLAIN.matcher(word).matches() || TERM.matcher(word).matches();
            if (keep) {
                kept.add(word);
            } else if (!word.isEmpty() && !left) {
                kept.add("…");
            }
            left = !keep && !word.isEmpty();
        }
        String bare = kept.toString();
        return bare.length() <= LONGEST ? bare : bare.substring(0, LONGEST) + "…";
    }
}
