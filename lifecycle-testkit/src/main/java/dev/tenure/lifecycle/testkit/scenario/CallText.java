package dev.tenure.lifecycle.testkit.scenario;

import dev.tenure.lifecycle.attribute.AttributeValue;
import dev.tenure.lifecycle.testkit.RecordedCall;
import java.math.BigDecimal;
import java.util.Map;
import java.util.StringJoiner;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Calls and values as text that is equal exactly if they are: numbers by value, dates as their text. */
final class CallText {

    private CallText() {}

    static String of(RecordedCall call) {
        StringJoiner text = new StringJoiner(" ").add(call.op().name());
        call.worker().ifPresent(text::add);
        call.group().ifPresent(group -> text.add("'" + group + "'"));
        call.newName().ifPresent(name -> text.add("to '" + name + "'"));
        call.user().ifPresent(text::add);
        if (!call.profile().isEmpty()) {
            text.add(of(call.profile()));
        }
        if (!call.fields().isEmpty()) {
            text.add(call.fields().toString());
        }
        return text.toString();
    }

    static String of(Map<String, AttributeValue> profile) {
        return new TreeMap<>(profile)
                .entrySet().stream()
                        .map(entry -> entry.getKey() + "=" + of(entry.getValue()))
                        .collect(Collectors.joining(", ", "{", "}"));
    }

    static String of(AttributeValue value) {
        if (value.isNull()) {
            return "null";
        }
        if (value instanceof AttributeValue.Array array) {
            return array.elements().stream().map(CallText::of).collect(Collectors.joining(", ", "[", "]"));
        }
        if (value instanceof AttributeValue.Int || value instanceof AttributeValue.Decimal) {
            return new BigDecimal(value.asText()).stripTrailingZeros().toPlainString();
        }
        if (value instanceof AttributeValue.Bool) {
            return value.asText();
        }
        return "'" + value.asText() + "'";
    }
}
