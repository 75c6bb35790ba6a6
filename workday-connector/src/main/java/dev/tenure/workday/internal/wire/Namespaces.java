package dev.tenure.workday.internal.wire;

/** The XML namespaces of Workday's SOAP services. */
public final class Namespaces {

    /** Everything that is Workday's own. */
    public static final String WORKDAY = "urn:com.workday/bsvc";

    /** The envelope of SOAP 1.1. */
    public static final String SOAP = "http://schemas.xmlsoap.org/soap/envelope/";

    /** The security header. */
    public static final String SECURITY =
            "http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-wssecurity-secext-1.0.xsd";

    private Namespaces() {}
}
