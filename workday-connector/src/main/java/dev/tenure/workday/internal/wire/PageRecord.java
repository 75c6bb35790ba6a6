package dev.tenure.workday.internal.wire;

import org.jspecify.annotations.Nullable;

/**
 * The paging block of an answer; what the wire does not say is null.
 *
 * @param totalResults how many there are on all pages
 * @param totalPages how many pages there are
 * @param pageResults how many are on this page
 * @param page which page this is, from 1
 */
public record PageRecord(
        @Nullable Long totalResults,
        @Nullable Long totalPages,
        @Nullable Long pageResults,
        @Nullable Long page) {

    /** An answer without a paging block. */
    static final PageRecord NONE = new PageRecord(null, null, null, null);
}
