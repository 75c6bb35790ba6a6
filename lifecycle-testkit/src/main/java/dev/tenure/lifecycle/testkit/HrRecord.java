package dev.tenure.lifecycle.testkit;

import dev.tenure.lifecycle.attribute.Attributes;
import dev.tenure.lifecycle.worker.Employment;
import java.util.List;

/**
 * A worker as someone in HR enters it: what {@link InMemoryHrSource} keeps.
 *
 * @param id the worker's key in the source
 * @param employment dates, flags, reasons and zones
 * @param profile the attributes that have a value; one that is missing here and was ever used is read as empty
 * @param groups the reference ids of the worker's provisioning groups; one that HR does not have counts for nothing
 */
public record HrRecord(String id, Employment employment, Attributes profile, List<String> groups) {

    /** Copies the list. */
    public HrRecord {
        groups = List.copyOf(groups);
    }

    /**
     * Makes a record of a worker in no group.
     *
     * @param id the worker's key in the source
     * @param employment dates, flags, reasons and zones
     * @param profile the attributes that have a value
     * @return the record
     */
    public static HrRecord of(String id, Employment employment, Attributes profile) {
        return new HrRecord(id, employment, profile, List.of());
    }

    /**
     * Copies this record with other facts.
     *
     * @param newEmployment dates, flags, reasons and zones
     * @return the changed record
     */
    public HrRecord withEmployment(Employment newEmployment) {
        return new HrRecord(id, newEmployment, profile, groups);
    }

    /**
     * Copies this record with another profile.
     *
     * @param newProfile the attributes that have a value
     * @return the changed record
     */
    public HrRecord withProfile(Attributes newProfile) {
        return new HrRecord(id, employment, newProfile, groups);
    }

    /**
     * Copies this record with one attribute set.
     *
     * @param name the attribute's name
     * @param text its text; blank text takes it away
     * @return the changed record
     */
    public HrRecord with(String name, String text) {
        return withProfile(profile.toBuilder().put(name, text).build());
    }

    /**
     * Copies this record with one attribute taken away.
     *
     * @param name the attribute's name
     * @return the changed record
     */
    public HrRecord without(String name) {
        return withProfile(profile.toBuilder().remove(name).build());
    }

    /**
     * Copies this record with other groups.
     *
     * @param newGroups the reference ids of the worker's provisioning groups
     * @return the changed record
     */
    public HrRecord withGroups(List<String> newGroups) {
        return new HrRecord(id, employment, profile, newGroups);
    }

    /** Names the record and says nothing of the person. */
    @Override
    public String toString() {
        return "HrRecord[" + id + "]";
    }
}
