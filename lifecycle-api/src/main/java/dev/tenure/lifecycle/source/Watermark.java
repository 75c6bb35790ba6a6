package dev.tenure.lifecycle.source;

/**
 * How far a source was read. The source makes it and alone understands it; the engine keeps the last one of an import
 * that succeeded and hands it back (rule A5). An overlap, if the source needs one, is the source's own affair.
 *
 * @param value the source's text, without personal data
 */
public record Watermark(String value) {}
