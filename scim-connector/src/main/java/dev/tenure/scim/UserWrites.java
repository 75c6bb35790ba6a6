package dev.tenure.scim;

import dev.tenure.lifecycle.attribute.AttributeValue;
import dev.tenure.lifecycle.failure.ProtocolViolation;
import dev.tenure.scim.internal.call.Answer;
import dev.tenure.scim.internal.call.Change;
import dev.tenure.scim.internal.call.Kind;
import dev.tenure.scim.internal.call.ScimApi;
import dev.tenure.scim.internal.translate.Patches;
import dev.tenure.scim.internal.translate.Users;
import dev.tenure.scim.internal.wire.Json;
import dev.tenure.scim.internal.wire.PatchOperation;
import dev.tenure.scim.internal.wire.Resource;
import dev.tenure.scim.internal.wire.ScimPath;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Changes users, by PATCH or PUT. A PATCH takes for granted that the elements which it names are there; only if one is not
 * is the user read, and the patch made to fit. Safe for use by several threads.
 */
final class UserWrites {

    private static final ScimPath ACTIVE = ScimPath.parse("active").orElseThrow();

    private final String target;
    private final ScimApi api;
    private final Service service;
    private final Options options;

    UserWrites(String target, ScimApi api, Service service, Options options) {
        this.target = target;
        this.api = api;
        this.service = service;
        this.options = options;
    }

    Resource read(String id) {
        return api.resource(Kind.USERS, id).orThrow().orElseThrow(() -> withoutBody("reading of user " + id));
    }

    Resource update(String id, Map<ScimPath, AttributeValue> values) {
        Change change = Change.of(Kind.USERS, id, "update", names(values)).first();
        Resource user = service.patches() ? patch(change, values) : put(change, values);
        options.tellIgnored(id, Users.ignored(values, user.content()));
        return user;
    }

    void setActive(String id, boolean active) {
        Change change = Change.of(Kind.USERS, id, active ? "reactivation" : "deactivation", Set.of("active"))
                .first();
        Change ordered = active ? change : change.goingFirst();
        Object value = options.active(active);
        Optional<Resource> after = service.patches() ? patchActive(ordered, value) : putActive(ordered, value);
        if (after.isPresent() && after.get().active() != active) {
            throw new ProtocolViolation(
                    target,
                    "SCIM service took the " + ordered.verb() + " of user " + id + " and did nothing; look at the user"
                            + " there, and try the options activeForm, patchForm and updates");
        }
    }

    private Optional<Resource> patchActive(Change change, Object value) {
        Map<String, @Nullable Object> object = Json.object();
        object.put("active", value);
        PatchOperation operation = options.patchForm() == PatchForm.PATHS
                ? PatchOperation.replace(ACTIVE, value)
                : PatchOperation.replace(object);
        Answer<Resource> answer = api.patch(change, List.of(operation));
        return answer.isNotOffered() && service.givesUpPatch() ? putActive(change, value) : answer.orThrow();
    }

    private Optional<Resource> putActive(Change change, Object value) {
        Resource user = read(change.id());
        if (Json.truth(user.content().get("active")).equals(Json.truth(value))) {
            return Optional.of(user);
        }
        user.content().put("active", value);
        return api.put(guarded(change, user), Users.change(user.content(), Map.of()))
                .orThrow();
    }

    private Resource patch(Change change, Map<ScimPath, AttributeValue> values) {
        boolean wantsTheUser = options.patchForm() == PatchForm.VALUES;
        if (wantsTheUser) {
            return patchToFit(change, values);
        }
        Answer<Resource> answer = api.patch(change, Patches.hopeful(values));
        if (answer.hasNoTarget()) {
            return patchToFit(change, values);
        }
        if (answer.isNotOffered() && service.givesUpPatch()) {
            return put(change, values);
        }
        return answer.orThrow().orElseGet(() -> read(change.id()));
    }

    private Resource patchToFit(Change change, Map<ScimPath, AttributeValue> values) {
        Resource user = read(change.id());
        List<PatchOperation> operations = options.patchForm() == PatchForm.VALUES
                ? Patches.byValue(values, user.content())
                : Patches.exact(values, user.content());
        if (operations.isEmpty()) {
            return user;
        }
        Answer<Resource> answer = api.patch(guarded(change, user), operations);
        if (answer.isNotOffered() && service.givesUpPatch()) {
            return put(change, values);
        }
        return answer.orThrow().orElseGet(() -> read(change.id()));
    }

    private Resource put(Change change, Map<ScimPath, AttributeValue> values) {
        Resource user = read(change.id());
        Map<String, @Nullable Object> body = Users.change(user.content(), values);
        return api.put(guarded(change, user), body).orThrow().orElseGet(() -> read(change.id()));
    }

    private Change guarded(Change change, Resource read) {
        return change.ifMatch(service.version(read.version()));
    }

    /** Makes a user; empty if the service answered without a body. */
    Optional<Resource> create(Map<ScimPath, AttributeValue> values) {
        Map<String, @Nullable Object> body = Users.create(values, options.active(true));
        Optional<Resource> user = api.create(Kind.USERS, body, names(values)).orThrow();
        user.ifPresent(made -> options.tellIgnored(made.id(), Users.ignored(values, made.content())));
        return user;
    }

    ProtocolViolation withoutBody(String what) {
        return new ProtocolViolation(
                target,
                "SCIM service answered the " + what + " without a body, and the user cannot be found; check what is"
                        + " there, the next import looks for it again");
    }

    private static Set<String> names(Map<ScimPath, AttributeValue> values) {
        Set<String> names = new LinkedHashSet<>();
        values.keySet().forEach(path -> names.add(path.toString()));
        return names;
    }
}
