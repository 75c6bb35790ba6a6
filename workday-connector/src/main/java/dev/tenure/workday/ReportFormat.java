package dev.tenure.workday;

/** In which format a custom report is asked for. */
public enum ReportFormat {
    /** JSON, as Okta reads reports; the smaller one. */
    JSON,
    /** XML. */
    XML
}
