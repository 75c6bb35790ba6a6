package dev.tenure.okta;

import dev.tenure.lifecycle.attribute.Attributes;
import dev.tenure.lifecycle.target.NewAccount;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Made-up people. */
final class People {

    private People() {}

    static Map<String, Object> profile(String login) {
        Map<String, Object> profile = new LinkedHashMap<>();
        profile.put("login", login);
        profile.put("email", login);
        profile.put("firstName", "Aïcha");
        profile.put("lastName", "Ben Salah");
        return profile;
    }

    static NewAccount account(String login) {
        Attributes.Builder attributes = Attributes.builder();
        profile(login).forEach((name, value) -> attributes.put(name, value.toString()));
        return new NewAccount(attributes.build(), List.of());
    }
}
