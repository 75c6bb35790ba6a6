package dev.tenure.lifecycle.mapping;

/**
 * Says that a row could not be evaluated for a worker. The other rows are not affected.
 *
 * @param attribute the row's attribute
 * @param message what failed, with the row and the place in its expression, and no value
 */
public record RowFault(String attribute, String message) {}
