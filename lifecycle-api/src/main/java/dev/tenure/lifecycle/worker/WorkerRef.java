package dev.tenure.lifecycle.worker;

/**
 * Names a worker record in a source. It stays the same for as long as the record exists, whatever else changes.
 *
 * @param source the name of the {@link dev.tenure.lifecycle.source.HrSource}
 * @param id the record's key in that source
 */
public record WorkerRef(String source, String id) implements Comparable<WorkerRef> {

    /** Refuses blank parts. */
    public WorkerRef {
        if (source.isBlank() || id.isBlank()) {
            throw new IllegalArgumentException("A worker reference needs a source and an id");
        }
    }

    @Override
    public int compareTo(WorkerRef other) {
        int bySource = source.compareTo(other.source);
        return bySource != 0 ? bySource : id.compareTo(other.id);
    }

    @Override
    public String toString() {
        return source + "/" + id;
    }
}
