package dev.tenure.activedirectory.internal.wire;

/** The value of unicodePwd: the password in double quotes, UTF-16 little-endian, without mark and trailing zero. */
public final class PasswordBytes {

    private PasswordBytes() {}

    /**
     * Encodes a password.
     *
     * @param password the password
     * @return the value; who sent it clears it
     */
    public static byte[] of(char[] password) {
        byte[] value = new byte[2 * (password.length + 2)];
        put(value, 0, '"');
        for (int i = 0; i < password.length; i++) {
            put(value, i + 1, password[i]);
        }
        put(value, password.length + 1, '"');
        return value;
    }

    private static void put(byte[] value, int index, char c) {
        value[2 * index] = (byte) c;
        value[2 * index + 1] = (byte) (c >>> 8);
    }
}
