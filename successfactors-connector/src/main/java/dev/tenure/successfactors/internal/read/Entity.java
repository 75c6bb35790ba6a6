package dev.tenure.successfactors.internal.read;

import java.util.List;

/** The entities that are read, with the properties that are wanted of each and those that must be there. */
@SuppressWarnings("ImmutableEnumChecker") // Its lists are, since List.of makes them.
public enum Entity {
    /** People. */
    PER_PERSON(
            "PerPerson",
            List.of("personIdExternal"),
            List.of("perPersonUuid"),
            List.of("personalInfoNav", "employmentNav", "emailNav", "phoneNav")),
    /** Names. */
    PER_PERSONAL(
            "PerPersonal",
            List.of("personIdExternal", "startDate", "firstName", "lastName"),
            List.of(
                    "endDate",
                    "preferredName",
                    "middleName",
                    "displayName",
                    "salutation",
                    "title",
                    "nativePreferredLang"),
            List.of()),
    /** E-mails. */
    PER_EMAIL("PerEmail", List.of("personIdExternal", "emailType", "emailAddress", "isPrimary"), List.of(), List.of()),
    /** Phones. */
    PER_PHONE(
            "PerPhone",
            List.of("personIdExternal", "phoneType", "phoneNumber", "isPrimary"),
            List.of("countryCode", "areaCode", "extension"),
            List.of()),
    /** Employments. */
    EMP_EMPLOYMENT(
            "EmpEmployment",
            List.of("personIdExternal", "userId", "startDate", "endDate", "assignmentClass", "isContingentWorker"),
            List.of(
                    "employmentId",
                    "jobNumber",
                    "originalStartDate",
                    "firstDateWorked",
                    "lastDateWorked",
                    "seniorityDate",
                    "serviceDate",
                    "prevEmployeeId"),
            List.of("userNav")),
    /** Job records. */
    EMP_JOB(
            "EmpJob",
            List.of("userId", "startDate", "endDate", "seqNumber", "emplStatus"),
            List.of(
                    "event",
                    "eventReason",
                    "jobTitle",
                    "jobCode",
                    "company",
                    "businessUnit",
                    "division",
                    "department",
                    "costCenter",
                    "location",
                    "managerId",
                    "position",
                    "payGrade",
                    "timezone",
                    "employeeClass",
                    "employmentType",
                    "regularTemp",
                    "countryOfCompany",
                    "contractType",
                    "fte",
                    "isFulltimeEmployee",
                    "expectedReturnDate"),
            List.of()),
    /** Users. */
    USER("User", List.of("userId", "username", "status"), List.of(), List.of());

    private final String entityName;
    private final List<String> required;
    private final List<String> wanted;
    private final List<String> navigations;

    Entity(String entityName, List<String> required, List<String> wanted, List<String> navigations) {
        this.entityName = entityName;
        this.required = required;
        this.wanted = wanted;
        this.navigations = navigations;
    }

    /**
     * Gives the name in OData.
     *
     * @return the name
     */
    public String entityName() {
        return entityName;
    }

    /** Without these nothing can be decided. */
    List<String> required() {
        return required;
    }

    /** These are asked for where the user may see them. */
    List<String> wanted() {
        return wanted;
    }

    /** Without these nothing can be decided. */
    List<String> navigations() {
        return navigations;
    }
}
