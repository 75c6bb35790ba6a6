package dev.tenure.benchmarks.core;

import dev.tenure.lifecycle.mapping.AttributeMapping;
import dev.tenure.lifecycle.mapping.DefaultMappings;
import dev.tenure.lifecycle.mapping.MappingRow;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.expression.Expression;
import org.springframework.expression.spel.SpelCompilerMode;
import org.springframework.expression.spel.SpelParserConfiguration;
import org.springframework.expression.spel.standard.SpelExpressionParser;
import org.springframework.expression.spel.support.MapAccessor;
import org.springframework.expression.spel.support.StandardEvaluationContext;

/** Spring's expression language, interpreted or compiled. */
final class SpringEvaluator implements RowEvaluator {

    private final StandardEvaluationContext context = new StandardEvaluationContext();
    private final Map<String, Expression> okta;
    private final Map<String, Expression> directory;

    SpringEvaluator(SpelCompilerMode mode) {
        SpelExpressionParser parser =
                new SpelExpressionParser(new SpelParserConfiguration(mode, SpringEvaluator.class.getClassLoader()));
        context.addPropertyAccessor(new MapAccessor());
        this.okta = parsed(parser, DefaultMappings.hrToOkta());
        this.directory = parsed(parser, DefaultMappings.oktaToActiveDirectory());
    }

    @Override
    public Values evaluate(Profiles profiles) {
        return new Values(evaluate(okta, profiles), evaluate(directory, profiles));
    }

    private Map<String, Object> evaluate(Map<String, Expression> rows, Profiles profiles) {
        Map<String, Object> values = new HashMap<>();
        for (Map.Entry<String, Expression> row : rows.entrySet()) {
            Object value = row.getValue().getValue(context, profiles);
            if (value != null) {
                values.put(row.getKey(), value);
            }
        }
        return values;
    }

    private static Map<String, Expression> parsed(SpelExpressionParser parser, AttributeMapping mapping) {
        Map<String, Expression> rows = new LinkedHashMap<>();
        for (MappingRow row : mapping.rows()) {
            rows.put(row.attribute(), parser.parseExpression(row.expression().text()));
        }
        return rows;
    }
}
