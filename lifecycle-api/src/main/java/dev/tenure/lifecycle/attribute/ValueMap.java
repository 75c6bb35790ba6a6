package dev.tenure.lifecycle.attribute;

import java.util.AbstractMap;
import java.util.AbstractSet;
import java.util.Iterator;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Values by name, in the order of a table of names; a name without a value is not in the map. Immutable. */
final class ValueMap extends AbstractMap<String, AttributeValue> {

    private final NameTable names;
    private final @Nullable AttributeValue[] values;
    private final int size;

    /** Takes both over. */
    ValueMap(NameTable names, @Nullable AttributeValue[] values, int size) {
        this.names = names;
        this.values = values;
        this.size = size;
    }

    NameTable names() {
        return names;
    }

    /** Gives the values, one place for each name of the table; not to be changed. */
    @Nullable
    AttributeValue[] places() {
        return values;
    }

    @Override
    public int size() {
        return size;
    }

    @Override
    public @Nullable AttributeValue get(@Nullable Object name) {
        int index = names.find(name);
        return index < 0 ? null : values[index];
    }

    @Nullable
    AttributeValue get(AttributeName name) {
        int index = name.find(names);
        return index < 0 ? null : values[index];
    }

    @Override
    public boolean containsKey(@Nullable Object name) {
        return get(name) != null;
    }

    @Override
    public Set<Map.Entry<String, AttributeValue>> entrySet() {
        return new AbstractSet<>() {
            @Override
            public Iterator<Map.Entry<String, AttributeValue>> iterator() {
                return new Entries();
            }

            @Override
            public int size() {
                return size;
            }
        };
    }

    private final class Entries implements Iterator<Map.Entry<String, AttributeValue>> {

        private int next = from(0);

        @Override
        public boolean hasNext() {
            return next < values.length;
        }

        @Override
        public Map.Entry<String, AttributeValue> next() {
            AttributeValue value = hasNext() ? values[next] : null;
            if (value == null) {
                throw new NoSuchElementException();
            }
            Map.Entry<String, AttributeValue> entry = Map.entry(names.name(next), value);
            next = from(next + 1);
            return entry;
        }

        private int from(int index) {
            int at = index;
            while (at < values.length && values[at] == null) {
                at++;
            }
            return at;
        }
    }
}
