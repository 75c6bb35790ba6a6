package dev.tenure.successfactors.internal.wire;

import com.ctc.wstx.api.WstxInputProperties;
import com.ctc.wstx.exc.WstxLazyException;
import com.ctc.wstx.stax.WstxInputFactory;
import java.io.ByteArrayInputStream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import okio.ByteString;
import org.codehaus.stax2.XMLInputFactory2;

/**
 * Opens XML that comes from outside and is wholly in memory: no document type, no entity but the five of XML, bounded
 * depth, text and attributes. Safe for use by several threads.
 */
final class Xml {

    private static final int MAX_TEXT = 1 << 16;
    private static final int MAX_DEPTH = 50;
    private static final int MAX_ATTRIBUTES = 100;

    private static final XMLInputFactory FACTORY = hardened();

    /** What is read from an opened document. */
    @FunctionalInterface
    interface Reading {
        void from(XMLStreamReader reader) throws XMLStreamException;
    }

    private Xml() {}

    static void read(ByteString bytes, Reading reading) throws UnreadableAnswerException {
        try {
            XMLStreamReader reader = FACTORY.createXMLStreamReader(new ByteArrayInputStream(bytes.toByteArray()));
            reading.from(reader);
        } catch (XMLStreamException | WstxLazyException malformed) {
            // The parser's own message is not passed on, since it may quote what stands in the document.
            throw new UnreadableAnswerException("it is no well-formed XML within the bounds");
        }
    }

    private static XMLInputFactory hardened() {
        WstxInputFactory factory = new WstxInputFactory();
        factory.setProperty(XMLInputFactory.IS_NAMESPACE_AWARE, true);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory2.P_LAZY_PARSING, false);
        factory.setProperty(WstxInputProperties.P_MAX_ELEMENT_DEPTH, MAX_DEPTH);
        factory.setProperty(WstxInputProperties.P_MAX_TEXT_LENGTH, MAX_TEXT);
        factory.setProperty(WstxInputProperties.P_MAX_ATTRIBUTE_SIZE, MAX_TEXT);
        factory.setProperty(WstxInputProperties.P_MAX_ATTRIBUTES_PER_ELEMENT, MAX_ATTRIBUTES);
        return factory;
    }
}
