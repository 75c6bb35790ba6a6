package dev.tenure.simulators.workday;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.xml.sax.SAXException;

/** An element of a request. Requests are small, so a tree will do. */
record Node(Element element) {

    static Node parse(byte[] xml) throws IOException {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setNamespaceAware(true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            var builder = factory.newDocumentBuilder();
            builder.setErrorHandler(null);
            return new Node(builder.parse(new ByteArrayInputStream(xml)).getDocumentElement());
        } catch (SAXException | ParserConfigurationException malformed) {
            throw new IOException("the request is no well-formed XML", malformed);
        }
    }

    String name() {
        return element.getLocalName();
    }

    String text() {
        return element.getTextContent().strip();
    }

    String attribute(String name) {
        return element.getAttributeNS(XmlText.NAMESPACE, name);
    }

    boolean flag(String attribute) {
        return isTrue(attribute(attribute));
    }

    /** The children of a name, whatever their prefix. */
    List<Node> all(String name) {
        List<Node> found = new ArrayList<>();
        for (var child = element.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child instanceof Element each && (name.equals("*") || name.equals(each.getLocalName()))) {
                found.add(new Node(each));
            }
        }
        return found;
    }

    /** The first element down a path. */
    Optional<Node> at(String... path) {
        Optional<Node> node = Optional.of(this);
        for (String step : path) {
            node = node.flatMap(each -> each.all(step).stream().findFirst());
        }
        return node;
    }

    Optional<String> textAt(String... path) {
        return at(path).map(Node::text).filter(text -> !text.isEmpty());
    }

    boolean isSet(String... path) {
        return textAt(path).filter(Node::isTrue).isPresent();
    }

    private static boolean isTrue(String text) {
        return text.equals("1") || text.equals("true");
    }
}
