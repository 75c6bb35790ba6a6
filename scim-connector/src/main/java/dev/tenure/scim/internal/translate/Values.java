package dev.tenure.scim.internal.translate;

import dev.tenure.lifecycle.attribute.AttributeValue;
import dev.tenure.scim.internal.wire.Json;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Single values, to JSON and back. */
final class Values {

    private Values() {}

    /** Empty text is no value: services store it as it is, and then it is not empty. */
    static boolean isEmpty(AttributeValue value) {
        return value.isNull()
                || (!(value instanceof AttributeValue.Array) && value.asText().isEmpty());
    }

    /** The elements of a list become the values of elements, since nearly every list of SCIM has these. */
    static Object json(AttributeValue value) {
        if (value instanceof AttributeValue.Bool truth) {
            return truth.value();
        }
        if (value instanceof AttributeValue.Int number) {
            return BigDecimal.valueOf(number.value());
        }
        if (value instanceof AttributeValue.Decimal number) {
            return number.value();
        }
        if (value instanceof AttributeValue.Array array) {
            List<Object> elements = new ArrayList<>();
            for (AttributeValue element : array.elements()) {
                Map<String, @Nullable Object> part = Json.object();
                part.put("value", json(element));
                elements.add(part);
            }
            return elements;
        }
        return value.asText();
    }

    /** Gives a single value; null where it is an object or list. */
    static @Nullable AttributeValue single(@Nullable Object json) {
        if (json instanceof Boolean truth) {
            return AttributeValue.of(truth);
        }
        if (json instanceof BigDecimal number) {
            return number.scale() <= 0 && number.precision() - number.scale() < 19
                    ? AttributeValue.of(number.longValueExact())
                    : AttributeValue.of(number);
        }
        return json instanceof String text ? AttributeValue.normalised(text) : null;
    }

    /** Gives the value of a path that was read, whatever it holds. */
    static AttributeValue any(@Nullable Object json) {
        if (json instanceof List<?>) {
            return array(Json.list(json));
        }
        if (json instanceof Map<?, ?>) {
            AttributeValue value = single(Json.object(json).get("value"));
            return value == null ? AttributeValue.NULL : value;
        }
        AttributeValue value = single(json);
        return value == null ? AttributeValue.NULL : value;
    }

    static AttributeValue array(List<Object> elements) {
        List<AttributeValue> values = new ArrayList<>();
        for (Object element : elements) {
            AttributeValue value =
                    single(element instanceof Map ? Json.object(element).get("value") : element);
            if (value != null && !value.isNull()) {
                values.add(value);
            }
        }
        return values.isEmpty() ? AttributeValue.NULL : AttributeValue.of(values);
    }
}
