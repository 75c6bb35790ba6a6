package dev.tenure.lifecycle.store.jdbc;

/**
 * How far the journal goes, and the hash that stands for all of it. Kept elsewhere, it proves later that nothing up to it
 * was changed, taken away or written anew.
 *
 * @param entries how many lines there are
 * @param hash the hash of the last one, in hexadecimal; zeroes for an empty journal
 */
public record JournalHead(long entries, String hash) {

    /** The head of an empty journal. */
    static final JournalHead EMPTY = new JournalHead(0, "0".repeat(64));
}
