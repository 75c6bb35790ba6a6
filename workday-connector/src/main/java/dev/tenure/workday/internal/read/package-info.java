/**
 * Reads: turns the queries of the SPI into calls of Workday, page by page, and joins what stands in several answers into
 * one {@code Worker}.
 */
@NullMarked
package dev.tenure.workday.internal.read;

import org.jspecify.annotations.NullMarked;
