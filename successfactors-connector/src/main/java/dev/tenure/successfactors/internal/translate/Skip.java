package dev.tenure.successfactors.internal.translate;

/** Why a person is no worker (rules N5, N6). */
public enum Skip {
    /** There is no employment, as for a dependant. */
    NO_EMPLOYMENT,
    /** All employments are contingent and these are not imported. */
    CONTINGENT_NOT_IMPORTED,
    /** No employment has job information, as for somebody whose onboarding has just begun. */
    NO_JOB_INFORMATION
}
