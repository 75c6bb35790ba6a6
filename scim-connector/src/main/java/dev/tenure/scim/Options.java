package dev.tenure.scim;

import java.time.Duration;
import java.util.List;
import java.util.Set;

/** What a host set, as far as it changes how the service is talked to. */
record Options(
        Updates updates,
        PatchForm patchForm,
        Lookup lookup,
        Pages pages,
        Versions versions,
        ActiveForm activeForm,
        MemberRemoval memberRemoval,
        Bulk bulk,
        int pageSize,
        List<String> keys,
        Set<String> unique,
        Duration lag,
        boolean matchesByName,
        String email,
        List<String> furtherAttributes,
        IgnoredAttributes ignored) {

    Object active(boolean value) {
        if (activeForm == ActiveForm.TRUTH_VALUE) {
            return value;
        }
        return value ? "True" : "False";
    }

    void tellIgnored(String id, List<String> attributes) {
        if (attributes.isEmpty()) {
            return;
        }
        try {
            ignored.ignored(id, attributes);
        } catch (RuntimeException listenersOwn) {
            // A listener that throws does not break a call.
        }
    }
}
