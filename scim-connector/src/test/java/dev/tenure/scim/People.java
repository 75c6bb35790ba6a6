package dev.tenure.scim;

import dev.tenure.lifecycle.attribute.AttributeDelta;
import dev.tenure.lifecycle.attribute.AttributeValue;
import dev.tenure.lifecycle.attribute.Attributes;
import dev.tenure.lifecycle.target.NewAccount;
import java.util.List;
import java.util.Map;

/** Made-up people. */
final class People {

    private People() {}

    static Attributes profile(String login) {
        return Attributes.builder()
                .put(ScimAttributes.USER_NAME, login)
                .put(ScimAttributes.EXTERNAL_ID, "E-" + login)
                .put(ScimAttributes.GIVEN_NAME, "Aïcha")
                .put(ScimAttributes.FAMILY_NAME, "Ben Salah")
                .put(ScimAttributes.WORK_EMAIL, login)
                .build();
    }

    static NewAccount account(String login) {
        return new NewAccount(profile(login), List.of());
    }

    static AttributeDelta set(String attribute, String value) {
        return new AttributeDelta(Map.of(attribute, AttributeValue.of(value)));
    }

    static AttributeDelta clear(String attribute) {
        return new AttributeDelta(Map.of(attribute, AttributeValue.NULL));
    }
}
