package dev.tenure.scim.internal.wire;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Where a value is in a resource, and by this the name of an attribute in a mapping: {@code userName},
 * {@code name.givenName}, {@code emails[type eq "work"].value}, or any of these after the URN of an extension and a colon.
 *
 * @param schema the URN of the extension; empty for the core schema
 * @param attribute the attribute
 * @param selector which elements of a multi-valued attribute
 * @param sub a part of a complex attribute
 */
public record ScimPath(Optional<String> schema, String attribute, Optional<Selector> selector, Optional<String> sub) {

    /** The core schema of users. */
    public static final String USER = "urn:ietf:params:scim:schemas:core:2.0:User";

    private static final String NAME = "([A-Za-z$][A-Za-z0-9_$-]*)";
    private static final Pattern FORM = Pattern.compile("(?:(urn:[^\\[\\]\"\\s]+):)?" + NAME + "(?:\\[" + NAME
            + " eq (?:\"([^\"\\\\]*)\"|(true|false))\\])?(?:\\." + NAME + ")?");

    /**
     * Picks elements of a list.
     *
     * @param attribute the part of the element that is compared
     * @param value what it must be: text or a truth value
     */
    public record Selector(String attribute, Object value) {

        boolean picks(@Nullable Object element) {
            Object there = Json.object(element).get(attribute);
            if (value instanceof Boolean) {
                return Json.truth(there).map(value::equals).orElse(false);
            }
            return Json.text(there)
                    .map(text -> text.equalsIgnoreCase(value.toString()))
                    .orElse(false);
        }

        @Override
        public String toString() {
            return attribute + " eq " + (value instanceof Boolean ? value.toString() : Json.quoted(value.toString()));
        }
    }

    /**
     * Reads a path.
     *
     * @param text the path
     * @return the path, empty if it is none of the forms that are known
     */
    public static Optional<ScimPath> parse(String text) {
        Matcher matcher = FORM.matcher(text);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        Optional<Selector> selector = Optional.ofNullable(matcher.group(3))
                .map(by -> new Selector(
                        by, matcher.group(5) == null ? matcher.group(4) : (Object) Boolean.valueOf(matcher.group(5))));
        return Optional.of(new ScimPath(
                Optional.ofNullable(matcher.group(1)).filter(urn -> !urn.equalsIgnoreCase(USER)),
                matcher.group(2),
                selector,
                Optional.ofNullable(matcher.group(6))));
    }

    /**
     * Gives the value in a resource.
     *
     * @param resource the resource
     * @return the value, of the first element where there are several; null if there is none
     */
    public @Nullable Object read(Map<String, @Nullable Object> resource) {
        Object value = holder(resource).get(attribute);
        if (selector.isPresent()) {
            value = Json.list(value).stream()
                    .filter(selector.get()::picks)
                    .findFirst()
                    .orElse(null);
        }
        if (sub.isPresent()) {
            value = Json.object(value).get(sub.get());
        }
        return value;
    }

    /**
     * Puts a value into a resource; makes the extension, element or complex attribute that is to hold it.
     *
     * @param resource the resource, which changes
     * @param value the value
     */
    public void write(Map<String, @Nullable Object> resource, Object value) {
        Map<String, @Nullable Object> holder = schema.isEmpty() ? resource : made(resource, schema.get());
        if (selector.isPresent()) {
            writeElement(holder, value);
        } else if (sub.isPresent()) {
            made(holder, attribute).put(sub.get(), value);
        } else {
            holder.put(attribute, value);
        }
    }

    /**
     * Takes the value out of a resource, and what holds nothing else.
     *
     * @param resource the resource, which changes
     */
    public void remove(Map<String, @Nullable Object> resource) {
        Map<String, @Nullable Object> holder = holder(resource);
        if (selector.isPresent()) {
            removeElements(holder);
        } else if (sub.isPresent()) {
            Map<String, @Nullable Object> parts = Json.object(holder.get(attribute));
            parts.remove(sub.get());
            if (parts.isEmpty()) {
                holder.remove(attribute);
            }
        } else {
            holder.remove(attribute);
        }
        if (schema.isPresent() && holder.isEmpty()) {
            resource.remove(schema.get());
        }
    }

    /**
     * Says whether an element of a list goes as a whole when this value goes: an address without its value is nothing.
     *
     * @return true for the value of an element, or the element itself
     */
    public boolean isWholeElement() {
        return selector.isPresent() && (sub.isEmpty() || sub.get().equalsIgnoreCase("value"));
    }

    /**
     * Gives the path of the attribute or element that holds this value.
     *
     * @return the path without its last part
     */
    public ScimPath parent() {
        return new ScimPath(schema, attribute, selector, Optional.empty());
    }

    /**
     * Gives the path of the whole attribute.
     *
     * @return the path without selector and part
     */
    public ScimPath whole() {
        return new ScimPath(schema, attribute, Optional.empty(), Optional.empty());
    }

    /** Writes the path as patches and schemas have it. */
    @Override
    public String toString() {
        return schema.map(urn -> urn + ":").orElse("")
                + attribute
                + selector.map(by -> "[" + by + "]").orElse("")
                + sub.map(part -> "." + part).orElse("");
    }

    private Map<String, @Nullable Object> holder(Map<String, @Nullable Object> resource) {
        return schema.isEmpty() ? resource : Json.object(resource.get(schema.get()));
    }

    private void writeElement(Map<String, @Nullable Object> holder, Object value) {
        Selector by = selector.orElseThrow();
        List<Object> elements = Json.list(holder.get(attribute));
        Map<String, @Nullable Object> element = elements.stream()
                .filter(by::picks)
                .findFirst()
                .map(Json::object)
                .orElse(null);
        if (element == null) {
            element = Json.object();
            element.put(by.attribute(), by.value());
            elements.add(element);
        }
        element.put(sub.orElse("value"), value);
        holder.put(attribute, elements);
    }

    private void removeElements(Map<String, @Nullable Object> holder) {
        List<Object> left = new ArrayList<>();
        for (Object element : Json.list(holder.get(attribute))) {
            boolean picked = selector.orElseThrow().picks(element);
            if (picked && !isWholeElement()) {
                Json.object(element).remove(sub.orElseThrow());
            }
            if (!picked || !isWholeElement()) {
                left.add(element);
            }
        }
        if (left.isEmpty()) {
            holder.remove(attribute);
        } else {
            holder.put(attribute, left);
        }
    }

    private static Map<String, @Nullable Object> made(Map<String, @Nullable Object> holder, String name) {
        Map<String, @Nullable Object> part = Json.object(holder.get(name));
        holder.put(name, part);
        return part;
    }
}
