package dev.tenure.benchmarks.core;

import dev.tenure.lifecycle.mapping.AttributeMapping;
import dev.tenure.lifecycle.mapping.DefaultMappings;
import dev.tenure.lifecycle.mapping.MappingRow;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.commons.jexl3.JexlBuilder;
import org.apache.commons.jexl3.JexlEngine;
import org.apache.commons.jexl3.JexlExpression;
import org.apache.commons.jexl3.ObjectContext;
import org.apache.commons.jexl3.introspection.JexlPermissions;

/** Apache Commons JEXL. */
final class JexlEvaluator implements RowEvaluator {

    private final JexlEngine engine = new JexlBuilder()
            .permissions(JexlPermissions.UNRESTRICTED)
            .strict(false)
            .create();
    private final Map<String, JexlExpression> okta = parsed(DefaultMappings.hrToOkta());
    private final Map<String, JexlExpression> directory = parsed(DefaultMappings.oktaToActiveDirectory());

    @Override
    public Values evaluate(Profiles profiles) {
        ObjectContext<Profiles> context = new ObjectContext<>(engine, profiles);
        return new Values(evaluate(okta, context), evaluate(directory, context));
    }

    private static Map<String, Object> evaluate(Map<String, JexlExpression> rows, ObjectContext<Profiles> context) {
        Map<String, Object> values = new HashMap<>();
        for (Map.Entry<String, JexlExpression> row : rows.entrySet()) {
            Object value = row.getValue().evaluate(context);
            if (value != null) {
                values.put(row.getKey(), value);
            }
        }
        return values;
    }

    private Map<String, JexlExpression> parsed(AttributeMapping mapping) {
        Map<String, JexlExpression> rows = new LinkedHashMap<>();
        for (MappingRow row : mapping.rows()) {
            rows.put(row.attribute(), engine.createExpression(row.expression().text()));
        }
        return rows;
    }
}
