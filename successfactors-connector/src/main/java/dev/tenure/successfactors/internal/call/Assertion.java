package dev.tenure.successfactors.internal.call;

import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import javax.xml.XMLConstants;
import javax.xml.crypto.MarshalException;
import javax.xml.crypto.dsig.CanonicalizationMethod;
import javax.xml.crypto.dsig.DigestMethod;
import javax.xml.crypto.dsig.Reference;
import javax.xml.crypto.dsig.SignatureMethod;
import javax.xml.crypto.dsig.SignedInfo;
import javax.xml.crypto.dsig.Transform;
import javax.xml.crypto.dsig.XMLSignatureException;
import javax.xml.crypto.dsig.XMLSignatureFactory;
import javax.xml.crypto.dsig.dom.DOMSignContext;
import javax.xml.crypto.dsig.spec.C14NMethodParameterSpec;
import javax.xml.crypto.dsig.spec.TransformParameterSpec;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.transform.OutputKeys;
import javax.xml.transform.Transformer;
import javax.xml.transform.TransformerException;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/**
 * A SAML 2.0 bearer assertion, signed with RSA-SHA256.
 *
 * @param id its id, new for each
 * @param issuer who says so
 * @param user the API user it is about
 * @param apiKey the key of the OAuth client
 * @param audience for whom it is
 * @param recipient where it is to be handed in
 * @param at when it is made
 */
record Assertion(String id, String issuer, String user, String apiKey, String audience, String recipient, Instant at) {

    private static final String SAML = "urn:oasis:names:tc:SAML:2.0:assertion";
    private static final String XS = "http://www.w3.org/2001/XMLSchema";
    private static final String XSI = "http://www.w3.org/2001/XMLSchema-instance";
    private static final Duration BEFORE = Duration.ofMinutes(10);
    private static final Duration AFTER = Duration.ofMinutes(10);

    /** Signs it and writes it as it is sent. */
    String signed(PrivateKey key) {
        try {
            Document document = document();
            sign(document, key);
            StringWriter text = new StringWriter();
            TransformerFactory factory = TransformerFactory.newInstance();
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            Transformer writer = factory.newTransformer();
            writer.setOutputProperty(OutputKeys.OMIT_XML_DECLARATION, "yes");
            writer.transform(new DOMSource(document), new StreamResult(text));
            return Base64.getEncoder().encodeToString(text.toString().getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException
                | MarshalException
                | XMLSignatureException
                | ParserConfigurationException
                | TransformerException unsigned) {
            throw new IllegalStateException(
                    "The SAML assertion cannot be signed with the key of setting 'oauth'; give an RSA key", unsigned);
        }
    }

    private Document document() throws ParserConfigurationException {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
        factory.setNamespaceAware(true);
        Document document = factory.newDocumentBuilder().newDocument();
        Element assertion = document.createElementNS(SAML, "saml2:Assertion");
        document.appendChild(assertion);
        // Declared by hand: a signature counts what is written, and a writer declares only as it writes.
        assertion.setAttributeNS(XMLConstants.XMLNS_ATTRIBUTE_NS_URI, "xmlns:saml2", SAML);
        assertion.setAttribute("ID", id);
        assertion.setIdAttribute("ID", true);
        assertion.setAttribute("IssueInstant", at.toString());
        assertion.setAttribute("Version", "2.0");
        add(assertion, "Issuer").setTextContent(issuer);
        Element subject = add(assertion, "Subject");
        Element name = add(subject, "NameID");
        name.setAttribute("Format", "urn:oasis:names:tc:SAML:1.1:nameid-format:unspecified");
        name.setTextContent(user);
        Element confirmation = add(subject, "SubjectConfirmation");
        confirmation.setAttribute("Method", "urn:oasis:names:tc:SAML:2.0:cm:bearer");
        Element data = add(confirmation, "SubjectConfirmationData");
        data.setAttribute("NotOnOrAfter", at.plus(AFTER).toString());
        data.setAttribute("Recipient", recipient);
        Element conditions = add(assertion, "Conditions");
        conditions.setAttribute("NotBefore", at.minus(BEFORE).toString());
        conditions.setAttribute("NotOnOrAfter", at.plus(AFTER).toString());
        add(add(conditions, "AudienceRestriction"), "Audience").setTextContent(audience);
        Element statement = add(assertion, "AuthnStatement");
        statement.setAttribute("AuthnInstant", at.toString());
        statement.setAttribute("SessionIndex", id);
        add(add(statement, "AuthnContext"), "AuthnContextClassRef")
                .setTextContent("urn:oasis:names:tc:SAML:2.0:ac:classes:PasswordProtectedTransport");
        Element attribute = add(add(assertion, "AttributeStatement"), "Attribute");
        attribute.setAttribute("Name", "api_key");
        Element value = add(attribute, "AttributeValue");
        value.setAttributeNS(XMLConstants.XMLNS_ATTRIBUTE_NS_URI, "xmlns:xs", XS);
        value.setAttributeNS(XMLConstants.XMLNS_ATTRIBUTE_NS_URI, "xmlns:xsi", XSI);
        value.setAttributeNS(XSI, "xsi:type", "xs:string");
        value.setTextContent(apiKey);
        return document;
    }

    private static Element add(Element parent, String name) {
        Element child = parent.getOwnerDocument().createElementNS(SAML, "saml2:" + name);
        parent.appendChild(child);
        return child;
    }

    /** The signature stands behind the issuer, where the schema wants it. */
    private void sign(Document document, PrivateKey key)
            throws GeneralSecurityException, MarshalException, XMLSignatureException {
        XMLSignatureFactory signatures = XMLSignatureFactory.getInstance("DOM");
        Reference reference = signatures.newReference(
                "#" + id,
                signatures.newDigestMethod(DigestMethod.SHA256, null),
                List.of(
                        signatures.newTransform(Transform.ENVELOPED, (TransformParameterSpec) null),
                        signatures.newTransform(CanonicalizationMethod.EXCLUSIVE, (TransformParameterSpec) null)),
                null,
                null);
        SignedInfo info = signatures.newSignedInfo(
                signatures.newCanonicalizationMethod(CanonicalizationMethod.EXCLUSIVE, (C14NMethodParameterSpec) null),
                signatures.newSignatureMethod(SignatureMethod.RSA_SHA256, null),
                List.of(reference));
        Element assertion = document.getDocumentElement();
        DOMSignContext context =
                new DOMSignContext(key, assertion, assertion.getFirstChild().getNextSibling());
        context.setDefaultNamespacePrefix("ds");
        signatures.newXMLSignature(info, null).sign(context);
    }

    /** Says none of it. */
    @Override
    public String toString() {
        return "Assertion[]";
    }
}
