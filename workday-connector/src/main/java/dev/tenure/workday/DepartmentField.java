package dev.tenure.workday;

/** Which organization of a worker the attribute {@code businessUnit} is taken from, and with it the department (rule M2). */
public enum DepartmentField {
    /** The business unit. */
    BUSINESS_UNIT,
    /** The cost center. */
    COST_CENTER,
    /** The supervisory organization. */
    SUPERVISORY_ORGANIZATION,
    /** The company. */
    COMPANY
}
