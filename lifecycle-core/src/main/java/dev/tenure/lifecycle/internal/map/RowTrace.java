package dev.tenure.lifecycle.internal.map;

import dev.tenure.lifecycle.attribute.AttributeValue;
import dev.tenure.lifecycle.mapping.MappingRow;
import dev.tenure.lifecycle.mapping.RowPreview;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Collects what one row reads, for its preview. */
final class RowTrace implements Trace {

    private final Map<String, RowPreview.Input> inputs = new LinkedHashMap<>();
    private final List<String> notes = new ArrayList<>();

    @Override
    public void read(String name, @Nullable AttributeValue value) {
        inputs.put(name, new RowPreview.Input(name, Optional.ofNullable(value)));
    }

    @Override
    public void note(String note) {
        if (!notes.contains(note)) {
            notes.add(note);
        }
    }

    RowPreview preview(MappingRow row, Optional<AttributeValue> value, Optional<String> problem) {
        return new RowPreview(row, List.copyOf(inputs.values()), value, problem, notes, Optional.empty());
    }
}
