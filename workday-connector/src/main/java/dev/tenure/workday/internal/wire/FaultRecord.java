package dev.tenure.workday.internal.wire;

import java.util.List;

/**
 * A SOAP fault.
 *
 * @param code the local part of the fault code, such as {@code Client.validationError}
 * @param text the fault string
 * @param details the messages of its details
 */
public record FaultRecord(String code, String text, List<String> details) {

    /** Gives the code alone, since the text may quote values. */
    @Override
    public String toString() {
        return "FaultRecord[" + code + "]";
    }
}
