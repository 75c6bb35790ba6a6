package dev.tenure.workday.internal.wire;

import com.ctc.wstx.api.WstxInputProperties;
import com.ctc.wstx.exc.WstxLazyException;
import com.ctc.wstx.stax.WstxInputFactory;
import java.io.CharConversionException;
import java.io.IOException;
import java.io.InputStream;
import javax.xml.stream.Location;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import org.codehaus.stax2.XMLInputFactory2;
import org.codehaus.stax2.XMLStreamReader2;

/**
 * Opens documents that come from outside: no document type, no entity but the five of XML, bounded depth, text and
 * attributes. How many bytes are read is bounded by whoever gives the stream. Safe for use by several threads.
 */
final class Documents {

    static final int MAX_TEXT = 1 << 20;
    private static final int MAX_DEPTH = 100;
    private static final int MAX_ATTRIBUTE = 1 << 16;
    private static final int MAX_ATTRIBUTES = 100;

    private final XMLInputFactory2 factory = hardened();

    /** What is read from an opened document. */
    @FunctionalInterface
    interface Reading<T> {
        T from(Cursor cursor) throws XMLStreamException;
    }

    /**
     * Opens a document and reads it.
     *
     * @throws IOException if the connection breaks
     * @throws UnreadableAnswerException if it is no well-formed XML within the bounds
     */
    <T> T read(InputStream in, Reading<T> reading) throws IOException {
        try {
            return reading.from(new Cursor((XMLStreamReader2) factory.createXMLStreamReader(in)));
        } catch (XMLStreamException failure) {
            throw translated(failure);
        } catch (WstxLazyException late) {
            if (late.getCause() instanceof XMLStreamException failure) {
                throw translated(failure);
            }
            throw late;
        }
    }

    /** The parser's own message is not passed on, since it may quote what stands in the document. */
    private static UnreadableAnswerException translated(XMLStreamException failure) throws IOException {
        if (failure.getNestedException() instanceof IOException broken
                && !(broken instanceof CharConversionException)) {
            throw broken;
        }
        Location at = failure.getLocation();
        String where = at == null ? "" : " at line " + at.getLineNumber() + ", column " + at.getColumnNumber();
        return new UnreadableAnswerException("it is no well-formed XML within the bounds" + where);
    }

    private static XMLInputFactory2 hardened() {
        WstxInputFactory factory = new WstxInputFactory();
        factory.configureForSpeed();
        factory.setProperty(XMLInputFactory.IS_NAMESPACE_AWARE, true);
        factory.setProperty(XMLInputFactory.IS_COALESCING, false);
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, true);
        factory.setXMLResolver((publicId, systemId, base, namespace) -> {
            throw new XMLStreamException("external entities are not read");
        });
        factory.setProperty(WstxInputProperties.P_MAX_ELEMENT_DEPTH, MAX_DEPTH);
        factory.setProperty(WstxInputProperties.P_MAX_TEXT_LENGTH, MAX_TEXT);
        factory.setProperty(WstxInputProperties.P_MAX_ATTRIBUTE_SIZE, MAX_ATTRIBUTE);
        factory.setProperty(WstxInputProperties.P_MAX_ATTRIBUTES_PER_ELEMENT, MAX_ATTRIBUTES);
        return factory;
    }
}
