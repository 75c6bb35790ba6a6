package dev.tenure.workday.internal.read;

import dev.tenure.lifecycle.source.Watermark;
import dev.tenure.lifecycle.source.WorkerPages;
import dev.tenure.lifecycle.source.WorkerQuery;
import dev.tenure.lifecycle.worker.ProvisioningGroup;
import dev.tenure.workday.internal.call.HumanResources;
import dev.tenure.workday.internal.call.ReportClient;
import dev.tenure.workday.internal.translate.Keys;
import dev.tenure.workday.internal.translate.Later;
import dev.tenure.workday.internal.translate.Translator;
import dev.tenure.workday.internal.wire.WorkerRecord;
import dev.tenure.workday.internal.wire.WorkersQuery;
import dev.tenure.workday.internal.wire.WorkersQuery.Block;
import dev.tenure.workday.internal.wire.WorkersQuery.Effective;
import dev.tenure.workday.internal.wire.WorkersQuery.Entered;
import dev.tenure.workday.internal.wire.WorkersQuery.Everyone;
import dev.tenure.workday.internal.wire.WorkersQuery.Referenced;
import dev.tenure.workday.internal.wire.WorkersQuery.Selection;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Opens reads: says of which questions each consists. Those of certain workers, and of those who end, go ahead of reads of
 * everybody (rule A3). Safe for use by several threads.
 */
public final class Reads {

    private static final Set<Block> STATUS = Set.of(Block.EMPLOYMENT);

    private final HumanResources service;
    private final ReadSettings settings;
    private final Translator translator;
    private final Locations locations;
    private final Groups groups;
    private final ReportClient reports;
    private final InstantSource clock;
    private final References bulk;
    private final References urgent;
    private final Later later;

    /**
     * Makes what opens reads.
     *
     * @param service the service
     * @param settings how workers are read
     * @param translator makes workers of records
     * @param locations the cache of locations
     * @param groups the cache of groups
     * @param reports reads custom reports
     * @param clock the host's clock; Workday's own is asked where that matters
     */
    public Reads(
            HumanResources service,
            ReadSettings settings,
            Translator translator,
            Locations locations,
            Groups groups,
            ReportClient reports,
            InstantSource clock) {
        this.service = service;
        this.settings = settings;
        this.translator = translator;
        this.locations = locations;
        this.groups = groups;
        this.reports = reports;
        this.clock = clock;
        this.bulk = new References(service);
        this.urgent = new References(service.urgently());
        this.later = new Later(Set.copyOf(settings.hireTypes()), Set.copyOf(settings.terminationTypes()));
    }

    /**
     * Opens a read; nothing is asked of Workday yet.
     *
     * @param query which workers
     * @return the read
     */
    public WorkerPages open(WorkerQuery query) {
        if (query instanceof WorkerQuery.ByIds byIds) {
            return pages(() -> byIds(byIds), false, urgent, byIds.ids());
        }
        if (query instanceof WorkerQuery.Terminations terminations) {
            return pages(() -> terminations(terminations), false, urgent, Set.of());
        }
        if (query instanceof WorkerQuery.ChangedSince changed) {
            Instant since = parse(changed.since());
            return pages(() -> changes(changed, since), true, bulk, Set.of());
        }
        return pages(() -> everyone((WorkerQuery.All) query), true, bulk, Set.of());
    }

    /**
     * Reads the contact data of a worker.
     *
     * @param key the worker's key
     * @param day as of when
     * @return the record; none if Workday does not know the worker
     */
    public List<WorkerRecord> contact(String key, LocalDate day) {
        return bulk.read(References.ofKey(key), referenced(day, Set.of(Block.PERSONAL)));
    }

    /**
     * Reads all provisioning groups.
     *
     * @return the groups, in Workday's order
     */
    public List<ProvisioningGroup> groups() {
        return groups.refresh(service);
    }

    private WorkerPages pages(Pages.Opening opening, boolean movesWatermark, References references, Set<String> asked) {
        LocalDate today = today();
        ManagerNames managers = new ManagerNames(
                references,
                statusQuery(today),
                worker -> Keys.of(worker, false).orElse(""),
                worker -> translator.profile(worker).text("userName"));
        Lookups lookups = new Lookups(
                references.service(),
                locations,
                groups,
                managers,
                new Reports(reports, settings.source(), settings.reports(), references == urgent),
                settings.futureEvents()
                        ? Optional.of(new Timelines(references, later, today, this::statusQuery))
                        : Optional.empty());
        return new Pages(settings, opening, new Assembly(settings, translator, lookups, asked), movesWatermark);
    }

    private Pages.Opened everyone(WorkerQuery.All all) {
        Instant entry = service.serverTime();
        locations.forget();
        groups.forget();
        return opened(entry, List.of(asOf(all.asOf(), entry, new Everyone())));
    }

    private Pages.Opened changes(WorkerQuery.ChangedSince changed, Instant since) {
        Instant entry = service.serverTime();
        groups.forget();
        Instant from = since.minus(settings.overlap());
        List<Section> sections = new ArrayList<>();
        sections.add(asOf(changed.asOf(), entry, new Entered(from.isBefore(entry) ? from : entry, entry)));
        if (settings.effectiveChanges()) {
            sections.add(asOf(changed.asOf(), entry, due(from, changed.asOf().orElse(dayOf(entry)))));
        }
        return opened(entry, sections);
    }

    /**
     * What came into force since. Effective moments are days of Workday's own zone, so the window is that of the days,
     * whatever the zone; who is in it without need costs no write.
     */
    private static Effective due(Instant from, LocalDate through) {
        Instant begin = dayOf(from).minusDays(1).atStartOfDay().toInstant(ZoneOffset.UTC);
        Instant end = through.plusDays(1).atTime(12, 0).toInstant(ZoneOffset.UTC);
        return new Effective(begin, end.isAfter(begin) ? end : begin, List.of());
    }

    private Pages.Opened terminations(WorkerQuery.Terminations query) {
        HumanResources asking = urgent.service();
        Instant entry = asking.serverTime();
        LocalDate end = dayOf(query.to());
        Effective window = new Effective(query.from(), query.to(), settings.terminationTypes());
        Section found = new PagedSection(asking, paged(window, end, entry, STATUS), settings.ahead());
        return opened(
                entry,
                List.of(new TerminationsSection(
                        found, urgent, fullQuery(query.asOf().orElse(dayOf(entry))))));
    }

    private Pages.Opened byIds(WorkerQuery.ByIds byIds) {
        LocalDate today = today();
        LocalDate day = byIds.asOf().orElse(today);
        int atOnce = Math.min(settings.pageSize(), References.MOST / 2);
        Section section = new ReferencedSection(urgent, List.copyOf(byIds.ids()), atOnce, fullQuery(day));
        return new Pages.Opened(List.of(ahead(section, day, today, urgent)), Optional.empty());
    }

    private Section asOf(Optional<LocalDate> asked, Instant entry, Selection selection) {
        LocalDate today = dayOf(entry);
        LocalDate day = asked.orElse(today);
        return ahead(
                new PagedSection(service, paged(selection, day, entry, settings.blocks()), settings.ahead()),
                day,
                today,
                bulk);
    }

    private Section ahead(Section section, LocalDate day, LocalDate today, References references) {
        return day.isAfter(today) ? new AheadSection(section, today, references, statusQuery(today)) : section;
    }

    private WorkersQuery paged(Selection selection, LocalDate asOf, Instant entry, Set<Block> blocks) {
        return new WorkersQuery(selection, asOf, entry, settings.pageSize(), blocks, overrides(blocks));
    }

    private Function<Referenced, WorkersQuery> fullQuery(LocalDate asOf) {
        return referenced(asOf, settings.blocks());
    }

    private Function<Referenced, WorkersQuery> statusQuery(LocalDate asOf) {
        return referenced(asOf, STATUS);
    }

    private Function<Referenced, WorkersQuery> referenced(LocalDate asOf, Set<Block> blocks) {
        return selection ->
                new WorkersQuery(selection, asOf, null, selection.ids().size(), blocks, overrides(blocks));
    }

    /** Field overrides come with a whole record only. */
    private @Nullable String overrides(Set<Block> blocks) {
        return blocks.equals(settings.blocks()) ? settings.integrationSystem().orElse(null) : null;
    }

    private static Pages.Opened opened(Instant entry, List<Section> sections) {
        return new Pages.Opened(sections, Optional.of(new Watermark(entry.toString())));
    }

    private LocalDate today() {
        return dayOf(clock.instant());
    }

    private static LocalDate dayOf(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC).toLocalDate();
    }

    private static Instant parse(Watermark watermark) {
        try {
            return Instant.parse(watermark.value());
        } catch (DateTimeException notOurs) {
            throw new IllegalArgumentException(
                    "The watermark is none of this source; begin with a full read, which makes one", notOurs);
        }
    }
}
