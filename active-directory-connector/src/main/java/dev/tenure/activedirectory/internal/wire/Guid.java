package dev.tenure.activedirectory.internal.wire;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * The objectGUID of an entry, the only name of it that never changes. On the wire its first three fields are
 * little-endian, so that the bytes are not those of the text.
 */
public final class Guid {

    private static final Pattern TEXT =
            Pattern.compile("[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}");

    private Guid() {}

    /**
     * Reads the value of objectGUID.
     *
     * @param bytes the value
     * @return the text that Windows shows, in lower case; empty if these are not 16 bytes
     */
    public static Optional<String> text(byte[] bytes) {
        if (bytes.length != 16) {
            return Optional.empty();
        }
        ByteBuffer little = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        long high =
                ((long) little.getInt() << 32) | ((little.getShort() & 0xFFFFL) << 16) | (little.getShort() & 0xFFFFL);
        long low = little.order(ByteOrder.BIG_ENDIAN).getLong();
        return Optional.of(new UUID(high, low).toString());
    }

    /**
     * Writes a value of objectGUID, as a filter needs it.
     *
     * @param text the text form
     * @return the bytes; empty if this is no such text
     */
    public static Optional<byte[]> bytes(String text) {
        if (!isGuid(text)) {
            return Optional.empty();
        }
        UUID id = UUID.fromString(text);
        long high = id.getMostSignificantBits();
        return Optional.of(ByteBuffer.allocate(16)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt((int) (high >>> 32))
                .putShort((short) (high >>> 16))
                .putShort((short) high)
                .order(ByteOrder.BIG_ENDIAN)
                .putLong(id.getLeastSignificantBits())
                .array());
    }

    /**
     * Says whether a text has the form of an identifier.
     *
     * @param text the text
     * @return true if it has
     */
    public static boolean isGuid(String text) {
        return TEXT.matcher(text).matches();
    }
}
