package dev.tenure.lifecycle.report;

import dev.tenure.lifecycle.plan.Plan;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One self-contained HTML page for somebody to read and approve by: a plan, a forecast, a shadow report, a comparison of
 * policies, or several of them (rules S5, H3, H4). It loads nothing from anywhere, runs no script but its own, which its
 * Content-Security-Policy names by hash, and shows whatever a name contains as text. It can be searched and filtered, read
 * by keyboard and screen reader, printed, and read without script.
 *
 * <p>The page holds values of persons: hand it to who approves, do not publish or log it. Immutable.
 */
public final class ReportPage {

    /** From here on a browser lays out only the rows that are on the screen. */
    private static final int MANY = 2000;

    private final String title;
    private final Optional<Plan> plan;
    private final Optional<Forecast> forecast;
    private final Optional<ShadowReport> shadow;
    private final Optional<PolicyComparison> comparison;

    private ReportPage(Builder builder) {
        this.title = builder.title;
        this.plan = Optional.ofNullable(builder.plan);
        this.forecast = Optional.ofNullable(builder.forecast);
        this.shadow = Optional.ofNullable(builder.shadow);
        this.comparison = Optional.ofNullable(builder.comparison);
    }

    /**
     * Starts with nothing to show.
     *
     * @return a builder
     */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * Makes the page of a plan.
     *
     * @param plan the plan
     * @return the page
     */
    public static ReportPage of(Plan plan) {
        return builder().plan(plan).build();
    }

    /**
     * Writes the page.
     *
     * @return a whole HTML document, to be stored or sent in UTF-8
     */
    public String html() {
        PageAsset style = PageAsset.load("page.css");
        PageAsset script = PageAsset.load("page.js");
        Html nav = new Html(1 << 10);
        Html parts = new Html(1 << 16);
        int rows = plan.map(shown -> new PlanSection(shown).write(nav, parts)).orElse(0)
                + shadow.map(shown -> new ShadowSection(shown).write(nav, parts))
                        .orElse(0)
                + comparison
                        .map(shown -> new PolicySection(shown).write(nav, parts))
                        .orElse(0)
                + forecast.map(shown -> new ForecastSection(shown).write(nav, parts))
                        .orElse(0);
        Html page = new Html(1 << 16);
        head(page, style, script);
        page.raw("<body><a class=skip href=#main>Skip to the content</a><header><h1>")
                .value(title)
                .raw("</h1><button id=theme type=button hidden>Dark</button></header><div class=page>");
        page.raw("<nav aria-label=Contents><ul>").add(nav).raw("</ul></nav>");
        page.raw("<main id=main tabindex=-1").raw(rows > MANY ? " class=many>" : ">");
        if (rows > 0) {
            tools(page, rows);
        }
        page.add(parts);
        page.raw("</main></div><footer><p>This page holds personal data. It loads nothing from elsewhere and changes"
                + " nothing: what it shows is done only by the engine that made it.</p></footer><script>");
        return page.raw(script.text()).raw("</script></body></html>\n").toString();
    }

    private void head(Html page, PageAsset style, PageAsset script) {
        page.raw("<!doctype html>\n<html lang=en><head><meta charset=utf-8>")
                .raw("<meta http-equiv=Content-Security-Policy content=\"default-src 'none'; style-src ")
                .raw(style.hash())
                .raw("; script-src ")
                .raw(script.hash())
                .raw("; base-uri 'none'; form-action 'none'\">")
                .raw("<meta name=viewport content=\"width=device-width, initial-scale=1\">")
                .raw("<meta name=referrer content=no-referrer><meta name=robots content=\"noindex, nofollow\">")
                .raw("<meta name=color-scheme content=\"light dark\"><title>")
                .text(title)
                .raw("</title><style>")
                .raw(style.text())
                .raw("</style></head>");
    }

    private static void tools(Html page, int rows) {
        page.raw("<form id=tools role=search aria-label=\"Filter the rows\" hidden><label for=q>Filter</label>"
                        + "<input id=q type=search autocomplete=off spellcheck=false aria-keyshortcuts=/"
                        + " placeholder=\"Name, login, worker, attribute, value, rule …\">"
                        + "<p id=count role=status aria-live=polite>")
                .raw(Words.count(rows, "row"))
                .raw("</p><button id=open type=button>Open all</button><button id=close type=button>Close all</button>"
                        + "</form>");
    }

    /** Names nothing of what it shows. */
    @Override
    public String toString() {
        return "ReportPage[]";
    }

    /** Collects what a page shows. Not for use by several threads. */
    public static final class Builder {

        private String title = "Identity lifecycle report";
        private @Nullable Plan plan;
        private @Nullable Forecast forecast;
        private @Nullable ShadowReport shadow;
        private @Nullable PolicyComparison comparison;

        private Builder() {}

        /**
         * Sets the heading.
         *
         * @param text the heading
         * @return this builder
         */
        public Builder title(String text) {
            title = text;
            return this;
        }

        /**
         * Shows a plan: summary, safeguard, and the changes by kind.
         *
         * @param shown the plan
         * @return this builder
         */
        public Builder plan(Plan shown) {
            plan = shown;
            return this;
        }

        /**
         * Shows a forecast.
         *
         * @param shown the forecast
         * @return this builder
         */
        public Builder forecast(Forecast shown) {
            forecast = shown;
            return this;
        }

        /**
         * Shows a shadow report.
         *
         * @param shown the report
         * @return this builder
         */
        public Builder shadow(ShadowReport shown) {
            shadow = shown;
            return this;
        }

        /**
         * Shows a comparison of policies.
         *
         * @param shown the comparison
         * @return this builder
         */
        public Builder comparison(PolicyComparison shown) {
            comparison = shown;
            return this;
        }

        /**
         * Makes the page.
         *
         * @return the page
         * @throws IllegalStateException if there is nothing to show
         */
        public ReportPage build() {
            if (plan == null && forecast == null && shadow == null && comparison == null) {
                throw new IllegalStateException(
                        "A page needs something to show; give it a plan, forecast, shadow report or comparison");
            }
            return new ReportPage(this);
        }
    }
}
