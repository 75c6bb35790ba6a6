package dev.tenure.workday.internal.wire;

import java.util.List;

/**
 * How a worker is reached.
 *
 * @param emails e-mail addresses, in the order of the document
 * @param phones phone numbers, in the order of the document
 */
public record ContactRecord(List<EmailRecord> emails, List<PhoneRecord> phones) {

    /** Counts, and prints nothing of the person. */
    @Override
    public String toString() {
        return "ContactRecord[" + emails.size() + ", " + phones.size() + "]";
    }
}
