package dev.tenure.workday.internal.call;

import java.util.Optional;
import java.util.Set;
import java.util.StringJoiner;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Makes the text of a fault fit for a message: what it quotes may be personal data and is left out. */
final class FaultText {

    private static final Pattern INVALID_ID =
            Pattern.compile("'([^']{1,80})' is not a valid ID value for type = '([A-Za-z0-9_.\\- ]{1,80})'");
    private static final Pattern MARK = Pattern.compile("[.,;:]$");
    private static final Pattern QUOTED = Pattern.compile("'[^']*'|\"[^\"]*\"");
    /** The small words of Workday's own sentences. Any other could be a user's name, which may be of small letters too. */
    private static final Set<String> PLAIN = Set.of(
            ("a about after all allowed already also an and another any are as associated at authorized available "
                            + "be because been before being but by can cannot changed character characters check configured contact "
                            + "contain contains could current data date dates day days deactivated deleted does doing done due "
                            + "during each earlier effective email either element empty enabled enter entered entry equal error "
                            + "errors event every exceed exceeded exceeds exist exists existing expired failed field fields for "
                            + "format found from future given greater has have higher hire id if in inactive incorrect information "
                            + "into invalid is it its key large later least length less limit locked long longer match maximum may "
                            + "message minimum missing more most must name no not null number occurred of on one only or order "
                            + "other out outside page password past permission person phone present primary process processed "
                            + "processing provide provided read reason reference references request required response result same "
                            + "security select selected service set should sign since start started status submitted system task "
                            + "temporarily than that the their then there these they this through time to too try type types unable "
                            + "unavailable under unique unknown until updated usage use used user username using valid validation "
                            + "value values version was when where which while will with within without work worker workers wrong "
                            + "you your zero")
                    .split(" ", -1));

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
            boolean keep = PLAIN.contains(MARK.matcher(word).replaceFirst(""))
                    || TERM.matcher(word).matches();
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
