package dev.tenure.benchmarks.workday;

import com.ctc.wstx.stax.WstxInputFactory;
import java.io.ByteArrayInputStream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** The limit: Woodstox's cursor walks over the bytes and nobody looks. */
final class BareCursor {

    private final WstxInputFactory factory = new WstxInputFactory();

    BareCursor() {
        factory.configureForSpeed();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    }

    /** Walks over a document; gives how many elements it has. */
    long drain(byte[] document) throws XMLStreamException {
        XMLStreamReader reader = factory.createXMLStreamReader(new ByteArrayInputStream(document));
        long elements = 0;
        while (reader.hasNext()) {
            if (reader.next() == XMLStreamReader.START_ELEMENT) {
                elements++;
            }
        }
        reader.close();
        return elements;
    }
}
