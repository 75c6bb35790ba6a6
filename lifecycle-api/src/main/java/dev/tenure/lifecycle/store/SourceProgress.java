package dev.tenure.lifecycle.store;

import dev.tenure.lifecycle.source.Watermark;
import java.time.Instant;
import java.util.Optional;

/**
 * How far a source was read.
 *
 * @param source the source's name
 * @param watermark that of the last full or incremental import that succeeded (rule A5)
 * @param lastSuccess when that import began
 */
public record SourceProgress(String source, Optional<Watermark> watermark, Optional<Instant> lastSuccess) {}
