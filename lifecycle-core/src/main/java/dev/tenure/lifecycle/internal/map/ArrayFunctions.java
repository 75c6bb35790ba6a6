package dev.tenure.lifecycle.internal.map;

import dev.tenure.lifecycle.attribute.AttributeValue;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/** The functions of {@code Arrays}. They give new arrays and change none. */
final class ArrayFunctions {

    private ArrayFunctions() {}

    static Object add(Arguments arguments) {
        List<?> array = arguments.array(0);
        List<Object> longer = new ArrayList<>(Limits.elements(array.size() + 1L));
        longer.addAll(array);
        longer.add(arguments.value(1));
        return new Items(longer);
    }

    static Object remove(Arguments arguments) {
        List<Object> rest = new ArrayList<>();
        for (Object element : arguments.array(0)) {
            if (!Values.equal(element, arguments.value(1), arguments.steps())) {
                rest.add(element);
            }
        }
        Limits.elements(rest.size());
        return new Items(rest);
    }

    static Object clear(Arguments arguments) {
        arguments.array(0);
        return new Items(List.of());
    }

    static Object get(Arguments arguments) {
        return Operations.element(arguments.array(0), arguments.value(1));
    }

    /** Puts the elements of arrays, of arrays in them, and of comma-separated arguments in a row. */
    static Object flatten(Arguments arguments) {
        List<Object> flat = new ArrayList<>();
        for (int i = 0; i < arguments.count(); i++) {
            Object value = arguments.value(i);
            boolean list = Values.isNull(value)
                    || Values.isText(value)
                    || Values.elements(value).isPresent();
            if (list) {
                flatten(arguments.array(i), flat, arguments.steps());
            } else {
                add(flat, value);
            }
        }
        return new Items(flat);
    }

    private static void flatten(List<?> array, List<Object> flat, Steps steps) {
        Deque<Iterator<?>> open = new ArrayDeque<>();
        open.push(array.iterator());
        while (!open.isEmpty()) {
            steps.take(1);
            Iterator<?> elements = open.peek();
            if (!elements.hasNext()) {
                open.pop();
                continue;
            }
            Object element = elements.next();
            Optional<List<?>> inner = Values.elements(element);
            if (inner.isPresent()) {
                open.push(inner.get().iterator());
            } else {
                add(flat, element);
            }
        }
    }

    private static void add(List<Object> flat, Object value) {
        Limits.elements(flat.size() + 1L);
        flat.add(value);
    }

    static Object contains(Arguments arguments) {
        for (Object element : arguments.array(0)) {
            if (Values.equal(element, arguments.value(1), arguments.steps())) {
                return AttributeValue.of(true);
            }
        }
        return AttributeValue.of(false);
    }

    static Object isEmpty(Arguments arguments) {
        return AttributeValue.of(arguments.array(0).isEmpty());
    }

    static Object size(Arguments arguments) {
        return AttributeValue.of(arguments.array(0).size());
    }

    static Object toCsvString(Arguments arguments) {
        List<?> array = arguments.array(0);
        List<String> parts = new ArrayList<>(array.size());
        long length = Math.max(0, array.size() - 1);
        for (Object element : array) {
            String part = Texts.of(arguments.evaluation(), element, "an element");
            length += part.length();
            Limits.text(length);
            parts.add(part);
        }
        arguments.steps().takeForText((int) length);
        return AttributeValue.of(String.join(",", parts));
    }
}
