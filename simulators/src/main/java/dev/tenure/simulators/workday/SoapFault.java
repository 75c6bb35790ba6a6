package dev.tenure.simulators.workday;

/** A request is refused, in Workday's words. */
final class SoapFault extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String code;
    private final String text;
    private final String detail;

    private SoapFault(String code, String text, String detail) {
        super(text);
        this.code = code;
        this.text = text;
        this.detail = detail;
    }

    static SoapFault authentication() {
        return new SoapFault("Client.authenticationError", "invalid username or password", "");
    }

    static SoapFault notAuthorized() {
        return processing("The task submitted is not authorized.");
    }

    static SoapFault processing(String message) {
        String detail = new XmlText()
                .open("Processing_Fault")
                .leaf("Detail_Message", message)
                .close()
                .toString();
        return new SoapFault("Server.processingError", "Processing error occurred. " + message, detail);
    }

    static SoapFault invalidId(String value, String type) {
        return validation("Invalid ID value.  '" + value + "' is not a valid ID value for type = '" + type + "'");
    }

    static SoapFault validation(String message) {
        String detail = new XmlText()
                .open("Validation_Fault")
                .open("Validation_Error")
                .leaf("Message", message)
                .leaf("Detail_Message", message)
                .close()
                .close()
                .toString();
        return new SoapFault("Client.validationError", "Validation error occurred. " + message, detail);
    }

    static SoapFault invalidVersion() {
        return new SoapFault("Client", "The web service or version is invalid for the requested operation", "");
    }

    String xml() {
        String detailed = detail.isEmpty()
                ? ""
                : "<detail>" + detail.replaceFirst(">", " xmlns:wd=\"" + XmlText.NAMESPACE + "\">") + "</detail>";
        String leaf = new XmlText().leaf("x", text).toString();
        String escaped = leaf.substring("<wd:x>".length(), leaf.length() - "</wd:x>".length());
        return "<SOAP-ENV:Fault xmlns:wd=\"" + XmlText.NAMESPACE + "\"><faultcode>SOAP-ENV:" + code
                + "</faultcode><faultstring>" + escaped + "</faultstring>" + detailed + "</SOAP-ENV:Fault>";
    }
}
