package dev.tenure.workday.internal.wire;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/** Tells documents in UTF-8, which practically all are, and decodes them; others are left to the parser. */
final class Utf8 {

    /** How many bytes of a document tell. */
    static final int HEAD = 128;

    /** A byte order mark or none, then a declaration that names UTF-8 or nothing, or none and an element right away. */
    private static final Pattern BEGINNING =
            Pattern.compile("(?:\\u00EF\\u00BB\\u00BF)?<(?:[A-Za-z_!]|\\?xml\\s(?![^>]*encoding)[^>]*\\?>"
                    + "|\\?xml\\s[^>]*encoding\\s*=\\s*[\"'](?i:utf-8)[\"'][^>]*\\?>)");

    /**
     * The decoder takes many characters at once as long as all are ASCII, and from the first one that is not goes on one by one
     * to the end of what it was given.
     */
    private static final int PIECE = 512;

    private Utf8() {}

    /** Says whether a document is in UTF-8 by what it begins with. */
    static boolean isWrittenIn(byte[] head) {
        return BEGINNING.matcher(new String(head, StandardCharsets.ISO_8859_1)).lookingAt();
    }

    /** Gives a reader that refuses what is no UTF-8. */
    static Reader reader(InputStream in) {
        return new InputStreamReader(new Pieces(in), StandardCharsets.UTF_8.newDecoder());
    }

    private static final class Pieces extends FilterInputStream {

        Pieces(InputStream in) {
            super(in);
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            return super.read(buffer, offset, Math.min(length, PIECE));
        }
    }
}
