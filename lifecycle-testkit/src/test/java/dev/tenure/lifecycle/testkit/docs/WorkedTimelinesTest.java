package dev.tenure.lifecycle.testkit.docs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenure.lifecycle.policy.LifecyclePolicy;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Lives through the tables of {@code docs/rules.md}, row by row, with both presets side by side. */
class WorkedTimelinesTest {

    private static final int STORIES = 7;

    static List<Timeline> timelines() throws IOException {
        return Timeline.read();
    }

    @Test
    void theDocument_hasItsStories() throws IOException {
        assertThat(timelines())
                .hasSize(STORIES)
                .allSatisfy(story -> assertThat(story.rows()).hasSizeGreaterThan(3));
    }

    @ParameterizedTest
    @MethodSource("timelines")
    void whatATableSays_isWhatTheEngineDoes(Timeline story) {
        TimelineWorld parity = new TimelineWorld(LifecyclePolicy.oktaParity(), story.switches());
        TimelineWorld recommended = new TimelineWorld(LifecyclePolicy.recommended(), story.switches());
        for (Timeline.Row row : story.rows()) {
            for (TimelineWorld world : List.of(parity, recommended)) {
                world.at(row.at());
                row.events().forEach(world::happens);
            }
            List<String> then = new ArrayList<>();
            for (String column : story.columns()) {
                then.add(
                        switch (column) {
                            case "parity" -> parity.then(column);
                            case "recommended" -> recommended.then(column);
                            default -> same(column, parity, recommended);
                        });
            }
            assertThat(then).as("%s, %s, %s", story, row.at(), row.events()).isEqualTo(row.then());
        }
    }

    /** A column that is not of one preset holds for both. */
    private static String same(String column, TimelineWorld parity, TimelineWorld recommended) {
        assertThat(parity.then(column)).as(column).isEqualTo(recommended.then(column));
        return parity.then(column);
    }
}
