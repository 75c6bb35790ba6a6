package dev.tenure.simulators.workday;

/** What can be known of a worker, each with an effective date. */
enum Detail {
    LEGAL_FIRST,
    LEGAL_LAST,
    PREFERRED_FIRST,
    PREFERRED_LAST,
    WORK_EMAIL,
    HOME_EMAIL,
    WORK_PHONE,
    MOBILE_PHONE,
    HOME_PHONE,
    USER_NAME,
    TIME_ZONE,
    UNIVERSAL_ID,
    TITLE,
    WORKER_TYPE,
    SITE,
    MANAGER,
    SUPERVISORY,
    COMPANY,
    COST_CENTER,
    BUSINESS_UNIT,
    CONTRACT_END
}
