package dev.tenure.simulators.successfactors;

import dev.tenure.simulators.internal.http.SimReply;
import dev.tenure.simulators.internal.http.SimRequest;
import java.io.ByteArrayInputStream;
import java.security.PublicKey;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import javax.xml.crypto.dsig.XMLSignature;
import javax.xml.crypto.dsig.XMLSignatureFactory;
import javax.xml.crypto.dsig.dom.DOMValidateContext;
import javax.xml.parsers.DocumentBuilderFactory;
import okio.ByteString;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** Gives tokens for SAML bearer assertions, whose signature, times, audience and recipient it checks. */
final class OAuthTokens {

    private static final String SAML = "urn:oasis:names:tc:SAML:2.0:assertion";
    private static final Duration LIFE = Duration.ofHours(24);

    private final InstantSource clock;
    private final String company;
    private final String user;
    private final Map<String, PublicKey> clients = new HashMap<>();
    private final Map<String, Instant> tokens = new HashMap<>();
    private int given;

    OAuthTokens(InstantSource clock, String company, String user) {
        this.clock = clock;
        this.company = company;
        this.user = user;
    }

    void register(String apiKey, PublicKey key) {
        clients.put(apiKey, key);
    }

    void revoke() {
        tokens.clear();
    }

    boolean isValid(String token) {
        Instant until = tokens.get(token);
        return until != null && clock.instant().isBefore(until);
    }

    SimReply token(SimRequest request, String address) {
        Map<String, String> form =
                new SimRequest("POST", "", request.body().utf8(), Map.of(), ByteString.EMPTY).query();
        String apiKey = form.getOrDefault("client_id", "");
        PublicKey key = clients.get(apiKey);
        boolean accepted = key != null
                && company.equals(form.get("company_id"))
                && "urn:ietf:params:oauth:grant-type:saml2-bearer".equals(form.get("grant_type"))
                && isSound(form.getOrDefault("assertion", ""), apiKey, key, address);
        if (!accepted) {
            throw Refusal.json(401, "invalid_grant", "Unable to authenticate the client");
        }
        String token = "simulated-token-" + ++given;
        tokens.put(token, clock.instant().plus(LIFE));
        return Service.ok(Map.of("access_token", token, "token_type", "Bearer", "expires_in", LIFE.toSeconds()));
    }

    private boolean isSound(String base64, String apiKey, PublicKey key, String address) {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            factory.setNamespaceAware(true);
            Document document = factory.newDocumentBuilder()
                    .parse(new ByteArrayInputStream(Base64.getDecoder().decode(base64)));
            Element assertion = document.getDocumentElement();
            assertion.setIdAttribute("ID", true);
            Element signature = (Element) document.getElementsByTagNameNS(XMLSignature.XMLNS, "Signature")
                    .item(0);
            if (signature == null
                    || !XMLSignatureFactory.getInstance("DOM")
                            .unmarshalXMLSignature(new DOMValidateContext(key, signature))
                            .validate(new DOMValidateContext(key, signature))) {
                return false;
            }
            Element conditions = element(document, "Conditions");
            Instant now = clock.instant();
            return user.equals(text(document, "NameID"))
                    && "www.successfactors.com".equals(text(document, "Audience"))
                    && apiKey.equals(text(document, "AttributeValue"))
                    && conditions != null
                    && !now.isBefore(Instant.parse(conditions.getAttribute("NotBefore")))
                    && now.isBefore(Instant.parse(conditions.getAttribute("NotOnOrAfter")))
                    && address.equals(attribute(element(document, "SubjectConfirmationData"), "Recipient"));
        } catch (Exception malformed) {
            return false;
        }
    }

    private static @Nullable Element element(Document document, String name) {
        NodeList all = document.getElementsByTagNameNS(SAML, name);
        return (Element) all.item(0);
    }

    private static @Nullable String text(Document document, String name) {
        Element element = element(document, name);
        return element == null ? null : element.getTextContent();
    }

    private static String attribute(@Nullable Element element, String name) {
        return element == null ? "" : element.getAttribute(name);
    }
}
