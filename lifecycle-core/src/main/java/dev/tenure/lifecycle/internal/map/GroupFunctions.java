package dev.tenure.lifecycle.internal.map;

import dev.tenure.lifecycle.attribute.AttributeValue;
import dev.tenure.lifecycle.expression.TextPattern;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/** The functions that ask for groups. Names match groups of every source; case counts. */
final class GroupFunctions {

    private GroupFunctions() {}

    static Object isMemberOfAny(Arguments arguments) {
        Set<String> ids = new HashSet<>();
        for (int i = 0; i < arguments.count(); i++) {
            ids.add(arguments.text(i));
        }
        return any(arguments, group -> ids.contains(group.id()));
    }

    static Object nameEquals(Arguments arguments) {
        String name = arguments.text(0);
        return any(arguments, group -> group.name().equals(name));
    }

    static Object nameStartsWith(Arguments arguments) {
        String prefix = arguments.text(0);
        return any(arguments, group -> group.name().startsWith(prefix));
    }

    static Object nameContains(Arguments arguments) {
        String part = arguments.text(0);
        return any(arguments, group -> Search.find(group.name(), part, 0, arguments.steps()) >= 0);
    }

    static Object nameMatches(Arguments arguments) {
        return nameMatches(arguments, Texts.pattern(arguments.text(0), arguments.steps()));
    }

    static Object nameMatches(Arguments arguments, TextPattern pattern) {
        return any(arguments, group -> MeteredText.matches(pattern, group.name(), arguments.steps()));
    }

    private static Object any(Arguments arguments, Predicate<Group> wanted) {
        List<Group> groups = arguments.evaluation().input().groups();
        if (groups == null) {
            arguments.evaluation().markNotRead(() -> "the user's groups");
            return AttributeValue.of(false);
        }
        arguments.steps().take(groups.size());
        return AttributeValue.of(groups.stream().anyMatch(wanted));
    }
}
