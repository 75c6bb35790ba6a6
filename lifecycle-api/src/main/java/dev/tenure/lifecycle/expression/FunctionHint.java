package dev.tenure.lifecycle.expression;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** What to say of a function that there is not. */
final class FunctionHint {

    private static final Set<String> ELSEWHERE = Set.of("user.getGroups", "getFilteredGroups");

    private FunctionHint() {}

    static String of(String name) {
        if (ELSEWHERE.contains(name)) {
            return ", which belongs to tokens and policies, not to mappings; use isMemberOfGroupName and its like";
        }
        List<String> names = new ArrayList<>();
        for (Function function : Function.values()) {
            String fullName = function.fullName();
            if (fullName.substring(fullName.indexOf('.') + 1).equalsIgnoreCase(name)) {
                return "; did you mean '" + fullName + "'?";
            }
            names.addAll(function.names());
        }
        return NearestName.hint(name, names);
    }
}
