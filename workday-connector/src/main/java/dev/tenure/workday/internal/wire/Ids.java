package dev.tenure.workday.internal.wire;

import java.util.Arrays;
import java.util.StringJoiner;
import javax.xml.stream.XMLStreamException;
import org.jspecify.annotations.Nullable;

/** The ids that a reference holds, by type, in the order of the document. Immutable. */
public final class Ids {

    /** The type of the id that Workday makes. */
    public static final String WID = "WID";

    /** A reference that names nothing. */
    static final Ids NONE = new Ids(new String[0], 0);

    private static final int FEW = 4;

    /** Types and ids by turns: a page of workers has some thousand references, and this is the least that they can cost. */
    private final @Nullable String[] typesAndIds;

    private final int length;

    private Ids(@Nullable String[] typesAndIds, int length) {
        this.typesAndIds = typesAndIds;
        this.length = length;
    }

    /**
     * One id.
     *
     * @param type its type
     * @param value the id itself
     */
    public record Id(String type, String value) {}

    /** Reads the element on which the cursor stands. */
    static Ids of(Cursor cursor) throws XMLStreamException {
        @Nullable String[] all = new String[FEW];
        int length = 0;
        while (cursor.nextChild()) {
            if (!cursor.name().equals("ID")) {
                cursor.skip();
                continue;
            }
            String type = cursor.attribute("type");
            String value = cursor.value();
            if (value != null) {
                if (length == all.length) {
                    all = Arrays.copyOf(all, 2 * length);
                }
                all[length++] = type == null ? "" : type;
                all[length++] = value;
            }
        }
        return length == 0 ? NONE : new Ids(all, length);
    }

    /** Reads one id out of the element on which the cursor stands, which costs less than reading all. */
    static @Nullable String only(Cursor cursor, String type) throws XMLStreamException {
        String found = null;
        while (cursor.nextChild()) {
            if (found == null && cursor.name().equals("ID") && type.equals(cursor.attribute("type"))) {
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
        for (int i = 0; i < length; i += 2) {
            if (type.equals(typesAndIds[i])) {
                return typesAndIds[i + 1];
            }
        }
        return null;
    }

    /**
     * Gives the first id that is not Workday's own.
     *
     * @return the id, null if there is none
     */
    public @Nullable String ofAnybodyElse() {
        for (int i = 0; i < length; i += 2) {
            if (!WID.equals(typesAndIds[i])) {
                return typesAndIds[i + 1];
            }
        }
        return null;
    }

    /**
     * Says whether the reference names nothing.
     *
     * @return true if there is no id
     */
    public boolean isEmpty() {
        return length == 0;
    }

    /** Names the types alone. */
    @Override
    public String toString() {
        StringJoiner types = new StringJoiner(", ", "Ids[", "]");
        for (int i = 0; i < length; i += 2) {
            types.add(typesAndIds[i]);
        }
        return types.toString();
    }
}
