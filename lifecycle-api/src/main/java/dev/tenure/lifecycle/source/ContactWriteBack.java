package dev.tenure.lifecycle.source;

import dev.tenure.lifecycle.worker.Worker;
import java.util.Map;
import java.util.Set;

/** Writes contact data back to HR (part F): an ability that not every source has. */
public interface ContactWriteBack {

    /**
     * Says which fields can be written with the present settings.
     *
     * @return the fields
     */
    Set<ContactField> fields();

    /**
     * Writes contact data as primary. Called again with the same values it succeeds and changes nothing.
     *
     * @param worker the worker, as read in this run
     * @param values what to write; a field that is not named stays as it is
     * @throws dev.tenure.lifecycle.failure.ConnectorException if HR refuses it or cannot be reached
     */
    void write(Worker worker, Map<ContactField, String> values);
}
