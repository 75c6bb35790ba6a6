package dev.tenure.simulators.workday;

import dev.tenure.simulators.internal.http.SimReply;
import okio.ByteString;

/** Puts answers into envelopes. */
final class Soap {

    private static final String TYPE = "text/xml; charset=UTF-8";

    private Soap() {}

    static SimReply response(String element, String version, String content) {
        String open = "<wd:" + element + " xmlns:wd=\"" + XmlText.NAMESPACE + "\" wd:version=\"" + version + "\">";
        return reply(200, open + content + "</wd:" + element + ">");
    }

    static SimReply fault(SoapFault fault) {
        return reply(500, fault.xml());
    }

    private static SimReply reply(int status, String body) {
        return SimReply.of(
                status,
                TYPE,
                ByteString.encodeUtf8("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                        + "<SOAP-ENV:Envelope xmlns:SOAP-ENV=\"http://schemas.xmlsoap.org/soap/envelope/\">"
                        + "<SOAP-ENV:Body>" + body + "</SOAP-ENV:Body></SOAP-ENV:Envelope>"));
    }
}
