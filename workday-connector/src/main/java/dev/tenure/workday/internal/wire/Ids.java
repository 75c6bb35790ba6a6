package dev.tenure.workday.internal.wire;

import java.util.ArrayList;
import java.util.List;
import javax.xml.stream.XMLStreamException;
import org.jspecify.annotations.Nullable;

/**
 * The ids that a reference holds, by type, in the order of the document.
 *
 * @param all the ids; a type may be blank where the wire has none
 */
public record Ids(List<Id> all) {

    /** The type of the id that Workday makes. */
    public static final String WID = "WID";

    /** A reference that names nothing. */
    static final Ids NONE = new Ids(List.of());

    /**
     * One id.
     *
     * @param type its type
     * @param value the id itself
     */
    public record Id(String type, String value) {}

    /** Reads the element on which the cursor stands. */
    static Ids of(Cursor cursor) throws XMLStreamException {
        List<Id> all = new ArrayList<>(3);
        while (cursor.nextChild()) {
            if (!cursor.name().equals("ID")) {
                cursor.skip();
                continue;
            }
            String type = cursor.symbol("type");
            String value = cursor.value();
            if (value != null) {
                all.add(new Id(type == null ? "" : type, value));
            }
        }
        return new Ids(all);
    }

    /** Reads one id out of the element on which the cursor stands, which costs less than reading all. */
    static @Nullable String only(Cursor cursor, String type) throws XMLStreamException {
        String found = null;
        while (cursor.nextChild()) {
            if (found == null && cursor.name().equals("ID") && type.equals(cursor.symbol("type"))) {
                found = cursor.value();
            } else {
                cursor.skip();
            }
        }
        return found;
    }

    /**
     * Finds the id of a type.
     *
     * @param type the type
     * @return the first id of that type, null if there is none
     */
    public @Nullable String of(String type) {
        for (Id id : all) {
            if (id.type().equals(type)) {
                return id.value();
            }
        }
        return null;
    }

    /** Names the types alone. */
    @Override
    public String toString() {
        return "Ids" + all.stream().map(Id::type).toList();
    }
}
