package dev.tenure.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;

class FiguresTest {

    @Test
    void thoseAskedForAreMeasured_inTheOrderOfTheReport() {
        assertThat(names(Figures.chosen(List.of("import.unchanged", "workday.read"))))
                .containsExactly("workday.read", "import.unchanged");
        assertThat(names(Figures.chosen(List.of()))).isEqualTo(names(Figures.all()));
    }

    @Test
    void aNameThatIsNoFigures_isRefused_withThoseThatThereAre() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Figures.chosen(List.of("workday.read", "import")))
                .withMessageContaining("No figure is named 'import'; there are ")
                .withMessageContaining("import.unchanged");
    }

    private static List<String> names(List<Figure> figures) {
        return figures.stream().map(Figure::name).toList();
    }
}
