package dev.tenure.workday.internal.wire;

import com.ctc.wstx.api.ReaderConfig;
import com.ctc.wstx.api.WstxInputProperties;
import com.ctc.wstx.exc.WstxLazyException;
import com.ctc.wstx.stax.WstxInputFactory;
import com.ctc.wstx.util.SymbolTable;
import java.io.ByteArrayInputStream;
import java.io.CharConversionException;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.CharacterCodingException;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import javax.xml.stream.Location;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import org.codehaus.stax2.XMLStreamReader2;
import org.jspecify.annotations.Nullable;

/**
 * Opens documents that come from outside: no document type, no entity but the five of XML, bounded depth, text and
 * attributes. How many bytes are read is bounded by whoever gives the stream. Safe for use by several threads.
 */
final class Documents {

    static final int MAX_TEXT = 1 << 20;
    private static final int MAX_DEPTH = 100;
    private static final int MAX_ATTRIBUTE = 1 << 16;
    private static final int MAX_ATTRIBUTES = 100;

    /** Those that nobody reads with: as many as there ever were documents read at once. */
    private final Queue<Parsers> idle = new ConcurrentLinkedQueue<>();

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
        Parsers parsers = taken();
        try {
            return reading.from(new Cursor(parsers.open(in)));
        } catch (XMLStreamException failure) {
            throw translated(failure);
        } catch (WstxLazyException late) {
            if (late.getCause() instanceof XMLStreamException failure) {
                throw translated(failure);
            }
            throw late;
        } finally {
            if (!parsers.names.isCrowded()) {
                idle.add(parsers);
            }
        }
    }

    /** For tests, which must know what is kept. */
    int kept() {
        return idle.size();
    }

    private Parsers taken() {
        @Nullable Parsers parsers = idle.poll();
        return parsers == null ? new Parsers() : parsers;
    }

    /** The parser's own message is not passed on, since it may quote what stands in the document. */
    private static UnreadableAnswerException translated(XMLStreamException failure) throws IOException {
        if (failure.getNestedException() instanceof IOException broken
                && !(broken instanceof CharConversionException)
                && !(broken instanceof CharacterCodingException)) {
            throw broken;
        }
        Location at = failure.getLocation();
        String where = at == null ? "" : " at line " + at.getLineNumber() + ", column " + at.getColumnNumber();
        return new UnreadableAnswerException("it is no well-formed XML within the bounds" + where);
    }

    /** Makes parsers that know the names of the documents before. For one document at a time. */
    private static final class Parsers extends WstxInputFactory {

        private final NameTable names = new NameTable();

        Parsers() {
            configureForSpeed();
            setProperty(XMLInputFactory.IS_NAMESPACE_AWARE, true);
            setProperty(XMLInputFactory.IS_COALESCING, false);
            setProperty(XMLInputFactory.SUPPORT_DTD, false);
            setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
            setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, true);
            setXMLResolver((publicId, systemId, base, namespace) -> {
                throw new XMLStreamException("external entities are not read");
            });
            setProperty(WstxInputProperties.P_MAX_ELEMENT_DEPTH, MAX_DEPTH);
            setProperty(WstxInputProperties.P_MAX_TEXT_LENGTH, MAX_TEXT);
            setProperty(WstxInputProperties.P_MAX_ATTRIBUTE_SIZE, MAX_ATTRIBUTE);
            setProperty(WstxInputProperties.P_MAX_ATTRIBUTES_PER_ELEMENT, MAX_ATTRIBUTES);
        }

        XMLStreamReader2 open(InputStream in) throws IOException, XMLStreamException {
            byte[] head = in.readNBytes(Utf8.HEAD);
            InputStream whole = new SequenceInputStream(new ByteArrayInputStream(head), in);
            return (XMLStreamReader2)
                    (Utf8.isWrittenIn(head) ? createXMLStreamReader(Utf8.reader(whole)) : createXMLStreamReader(whole));
        }

        @Override
        public ReaderConfig createPrivateConfig() {
            return mConfig.createNonShared(names);
        }

        /** Nothing has to be brought back from a document that wrote into the table itself. */
        @Override
        public void updateSymbolTable(SymbolTable same) {}
    }
}
