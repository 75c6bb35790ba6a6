package dev.tenure.lifecycle.internal.map;

import dev.tenure.lifecycle.attribute.AttributeValue;

/** The functions of {@code String}. Lengths and positions count UTF-16 units; nothing is a pattern; case counts. */
final class TextFunctions {

    private TextFunctions() {}

    static Object append(Arguments arguments) {
        String text = arguments.text(0);
        String suffix = arguments.text(1);
        Limits.text((long) text.length() + suffix.length());
        return AttributeValue.of(text + suffix);
    }

    static Object join(Arguments arguments) {
        String separator = arguments.text(0);
        String[] parts = new String[arguments.count() - 1];
        long length = (long) separator.length() * Math.max(0, parts.length - 1);
        for (int i = 0; i < parts.length; i++) {
            parts[i] = arguments.text(i + 1);
            length += parts[i].length();
        }
        arguments.steps().takeForText(Limits.text(length));
        return AttributeValue.of(String.join(separator, parts));
    }

    static Object len(Arguments arguments) {
        return AttributeValue.of(arguments.text(0).length());
    }

    static Object removeSpaces(Arguments arguments) {
        return AttributeValue.of(arguments.text(0).replace(" ", ""));
    }

    static Object replace(Arguments arguments) {
        String text = arguments.text(0);
        String match = arguments.text(1);
        String replacement = arguments.text(2);
        if (match.isEmpty()) {
            return AttributeValue.of(text);
        }
        long found = 0;
        for (int at = Search.find(text, match, 0, arguments.steps());
                at >= 0;
                at = Search.find(text, match, at + match.length(), arguments.steps())) {
            found++;
        }
        long length = text.length() + found * (replacement.length() - (long) match.length());
        arguments.steps().takeForText(Limits.text(length));
        StringBuilder replaced = new StringBuilder((int) length);
        int from = 0;
        for (int at = Search.find(text, match, 0, arguments.steps());
                at >= 0;
                at = Search.find(text, match, from, arguments.steps())) {
            replaced.append(text, from, at).append(replacement);
            from = at + match.length();
        }
        return AttributeValue.of(replaced.append(text, from, text.length()).toString());
    }

    static Object replaceFirst(Arguments arguments) {
        String text = arguments.text(0);
        String match = arguments.text(1);
        String replacement = arguments.text(2);
        int at = match.isEmpty() ? -1 : Search.find(text, match, 0, arguments.steps());
        if (at < 0) {
            return AttributeValue.of(text);
        }
        Limits.text((long) text.length() - match.length() + replacement.length());
        return AttributeValue.of(text.substring(0, at) + replacement + text.substring(at + match.length()));
    }

    static Object startsWith(Arguments arguments) {
        return AttributeValue.of(arguments.text(0).startsWith(arguments.text(1)));
    }

    static Object stringContains(Arguments arguments) {
        return AttributeValue.of(Search.find(arguments.text(0), arguments.text(1), 0, arguments.steps()) >= 0);
    }

    /** Gives the value of the first key, in the order of the arguments, that occurs anywhere in the text. */
    static Object stringSwitch(Arguments arguments) {
        String text = arguments.text(0);
        for (int key = 2; key < arguments.count(); key += 2) {
            arguments.steps().takeForText(text.length());
            if (Search.find(text, arguments.text(key), 0, arguments.steps()) >= 0) {
                return AttributeValue.of(arguments.text(key + 1));
            }
        }
        return AttributeValue.of(arguments.text(1));
    }

    static Object substring(Arguments arguments) {
        String text = arguments.text(0);
        long start = arguments.integer(1);
        long end = arguments.integer(2);
        if (end > text.length()) {
            arguments.evaluation().note("String.substring: the end is past the end of the text");
            end = text.length();
        }
        if (start < 0 || start > end) {
            throw new Fault(start < 0 ? "the start is negative" : "the start is beyond the end");
        }
        return AttributeValue.of(text.substring((int) start, (int) end));
    }

    static Object substringAfter(Arguments arguments) {
        String text = arguments.text(0);
        String separator = arguments.text(1);
        int at = Search.find(text, separator, 0, arguments.steps());
        if (at < 0) {
            arguments
                    .evaluation()
                    .note("String.substringAfter: the separator is not in the text, so nothing is after it");
            return Values.EMPTY_TEXT;
        }
        return AttributeValue.of(text.substring(at + separator.length()));
    }

    static Object substringBefore(Arguments arguments) {
        String text = arguments.text(0);
        int at = Search.find(text, arguments.text(1), 0, arguments.steps());
        if (at < 0) {
            arguments
                    .evaluation()
                    .note("String.substringBefore: the separator is not in the text, so all is before it");
            return AttributeValue.of(text);
        }
        return AttributeValue.of(text.substring(0, at));
    }
}
