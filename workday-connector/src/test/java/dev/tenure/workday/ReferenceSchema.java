package dev.tenure.workday;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import javax.xml.XMLConstants;
import javax.xml.transform.dom.DOMSource;
import javax.xml.validation.Schema;
import javax.xml.validation.SchemaFactory;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.SAXException;

/**
 * Workday's own schema, and what it says beside: of which types the ids of a reference may be stands in it as a note that
 * no validator minds.
 */
final class ReferenceSchema {

    private static final Pattern REFERENCE =
            Pattern.compile("<xsd:element name=\"(\\w+)\" type=\"wd:(\\w+)ObjectType\"");
    private static final Pattern TYPES = Pattern.compile(
            "<xsd:simpleType name=\"(\\w+)ReferenceEnumeration\">(.*?)</xsd:simpleType>", Pattern.DOTALL);
    private static final Pattern TYPE = Pattern.compile("wd:enumeration value=\"([^\"]+)\"");

    private final Schema schema;
    private final Map<String, Set<String>> idTypes = new HashMap<>();

    private ReferenceSchema(Schema schema, String text) {
        this.schema = schema;
        Map<String, Set<String>> byKind = new HashMap<>();
        TYPES.matcher(text).results().forEach(kind -> byKind.put(kind.group(1), types(kind.group(2))));
        for (MatchResult reference : REFERENCE.matcher(text).results().toList()) {
            idTypes.computeIfAbsent(reference.group(1), name -> new HashSet<>())
                    .addAll(byKind.getOrDefault(reference.group(2), Set.of()));
        }
    }

    static ReferenceSchema load(Path file) throws IOException, SAXException {
        return new ReferenceSchema(
                SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI).newSchema(file.toFile()),
                Files.readString(file, StandardCharsets.UTF_8));
    }

    /** Says what is wrong with a request or a response; nothing if it is as it should be. */
    List<String> problems(Element element) throws IOException {
        List<String> problems = new ArrayList<>();
        try {
            schema.newValidator().validate(new DOMSource(element));
        } catch (SAXException invalid) {
            problems.add(element.getLocalName() + ": " + invalid.getMessage());
        }
        ids(element, problems);
        return problems;
    }

    private void ids(Element element, List<String> problems) {
        for (Node node = element.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (!(node instanceof Element child)) {
                continue;
            }
            String type = child.getAttributeNS("urn:com.workday/bsvc", "type");
            Set<String> allowed = idTypes.get(element.getLocalName());
            if (child.getLocalName().equals("ID") && (allowed == null || !allowed.contains(type))) {
                problems.add(element.getLocalName() + " may not have an id of type " + type);
            }
            ids(child, problems);
        }
    }

    private static Set<String> types(String text) {
        Set<String> types = new HashSet<>();
        TYPE.matcher(text).results().forEach(type -> types.add(type.group(1)));
        return types;
    }
}
