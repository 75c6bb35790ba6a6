package dev.tenure.workday.internal.wire;

import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import org.codehaus.stax2.XMLStreamReader2;
import org.jspecify.annotations.Nullable;

/**
 * Walks a document element by element. Who stands on an element goes through its children with {@link #nextChild()}, or
 * takes its {@link #text()}, or {@link #skip()}s it; each leaves the cursor behind the element. Elements of other
 * namespaces than Workday's are passed over. For one thread.
 */
final class Cursor {

    private final XMLStreamReader2 reader;
    private final Symbols symbols = new Symbols();

    Cursor(XMLStreamReader2 reader) {
        this.reader = reader;
    }

    /** Moves to the next child element of Workday's namespace; false at the end of the element that was stood on. */
    boolean nextChild() throws XMLStreamException {
        while (nextChildOfAnyNamespace()) {
            if (isIn(Namespaces.WORKDAY)) {
                return true;
            }
            skip();
        }
        return false;
    }

    /** Moves to the next child element, whatever its namespace. */
    boolean nextChildOfAnyNamespace() throws XMLStreamException {
        while (true) {
            switch (reader.next()) {
                case XMLStreamConstants.START_ELEMENT -> {
                    return true;
                }
                case XMLStreamConstants.END_ELEMENT -> {
                    return false;
                }
                case XMLStreamConstants.END_DOCUMENT -> throw new UnreadableAnswerException("it holds no element");
                default -> refuseDeclarations();
            }
        }
    }

    /** Moves to the next child element of whatever namespace, and collects the text on the way. */
    boolean nextChildOrText(StringBuilder text) throws XMLStreamException {
        while (true) {
            switch (reader.next()) {
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE -> {
                    text.append(Symbols.allowed(reader.getText()));
                    refuseEndless(text);
                }
                case XMLStreamConstants.START_ELEMENT -> {
                    return true;
                }
                case XMLStreamConstants.END_ELEMENT -> {
                    return false;
                }
                default -> refuseDeclarations();
            }
        }
    }

    /** Takes the text of the element, that of child elements left out, and goes behind it. */
    String text() throws XMLStreamException {
        String text = "";
        StringBuilder longer = null;
        while (true) {
            switch (reader.next()) {
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE -> {
                    if (longer == null && text.isEmpty()) {
                        text = symbols.of(reader.getTextCharacters(), reader.getTextStart(), reader.getTextLength());
                    } else {
                        longer = longer == null ? new StringBuilder(text) : longer;
                        longer.append(reader.getTextCharacters(), reader.getTextStart(), reader.getTextLength());
                        refuseEndless(longer);
                    }
                }
                case XMLStreamConstants.START_ELEMENT -> reader.skipElement();
                case XMLStreamConstants.END_ELEMENT -> {
                    return longer == null ? text : Symbols.allowed(longer.toString());
                }
                default -> refuseDeclarations();
            }
        }
    }

    /** Takes the text without the white space at its ends; null where nothing is left. */
    @Nullable
    String value() throws XMLStreamException {
        String text = text().strip();
        return text.isEmpty() ? null : text;
    }

    /** Goes behind the element without looking at it. */
    void skip() throws XMLStreamException {
        reader.skipElement();
    }

    /** Reads what follows the document element, which must be nothing. */
    void finish() throws XMLStreamException {
        while (reader.hasNext()) {
            reader.next();
        }
    }

    /** Gives the local name of the element. */
    String name() {
        return reader.getLocalName();
    }

    /** Says whether this is an element of a namespace. */
    boolean isIn(String namespace) {
        return namespace.equals(reader.getNamespaceURI());
    }

    /** Gives an attribute of Workday's namespace, or of none, without white space at its ends. */
    @Nullable
    String attribute(String name) throws XMLStreamException {
        int index = index(name);
        if (index < 0) {
            return null;
        }
        // Woodstox would make a text of the values of all attributes, and cut this one out of it.
        reader.getAttributeAs(index, symbols);
        return symbols.last();
    }

    private int index(String wanted) {
        int found = -1;
        int count = reader.getAttributeCount();
        for (int i = 0; i < count; i++) {
            if (reader.getAttributeLocalName(i).equals(wanted)) {
                String namespace = reader.getAttributeNamespace(i);
                if (Namespaces.WORKDAY.equals(namespace)) {
                    return i;
                }
                found = namespace == null || namespace.isEmpty() ? i : found;
            }
        }
        return found;
    }

    /** Gives an attribute whatever its namespace; reports have one of their own each. */
    @Nullable
    String attributeOfAnyNamespace(String name) {
        for (int i = 0; i < reader.getAttributeCount(); i++) {
            if (reader.getAttributeLocalName(i).equals(name)) {
                return Symbols.allowed(reader.getAttributeValue(i));
            }
        }
        return null;
    }

    /** Says whether an attribute is there and says yes. */
    boolean flag(String name) throws XMLStreamException {
        String value = attribute(name);
        return value != null && Flags.TRUE.contains(value);
    }

    private void refuseDeclarations() {
        if (reader.getEventType() == XMLStreamConstants.DTD) {
            throw new UnreadableAnswerException("it holds a document type declaration");
        }
        if (reader.getEventType() == XMLStreamConstants.ENTITY_REFERENCE) {
            throw new UnreadableAnswerException("it holds an unknown entity");
        }
    }

    private static void refuseEndless(StringBuilder text) {
        if (text.length() > Documents.MAX_TEXT) {
            throw new UnreadableAnswerException("it holds a text of more than " + Documents.MAX_TEXT + " characters");
        }
    }
}
