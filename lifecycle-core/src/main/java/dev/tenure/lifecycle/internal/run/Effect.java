package dev.tenure.lifecycle.internal.run;

import dev.tenure.lifecycle.account.AccountRef;
import dev.tenure.lifecycle.attribute.AttributeValue;
import dev.tenure.lifecycle.plan.Change;
import dev.tenure.lifecycle.plan.ChangeKind;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What a change does, whatever the words for it are: two changes with one effect are the same. */
public record Effect(
        ChangeKind kind,
        String system,
        Optional<AccountRef> linked,
        Map<String, Optional<AttributeValue>> values,
        Optional<String> group,
        Optional<String> newName,
        Optional<String> place,
        boolean closed) {

    /**
     * Reads the effect of a change.
     *
     * @param change the change
     * @param references attributes whose values are ids of accounts, which a plan may not know yet: they count without
     */
    public static Effect of(Change change, Set<String> references) {
        Map<String, Optional<AttributeValue>> values = new LinkedHashMap<>();
        change.attributes()
                .forEach(attribute -> values.put(
                        attribute.attribute(),
                        references.contains(attribute.attribute())
                                ? Optional.empty()
                                : Optional.of(attribute.after())));
        return new Effect(
                change.kind(),
                change.system(),
                change.account().filter(any -> change.kind() == ChangeKind.LINK),
                values,
                change.group(),
                change.newName(),
                change.place(),
                change.closed());
    }

    @Override
    public String toString() {
        return "Effect[" + kind + " at " + system + "]";
    }
}
