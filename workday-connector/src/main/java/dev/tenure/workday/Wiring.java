package dev.tenure.workday;

import dev.tenure.http.HttpChannel;
import dev.tenure.lifecycle.source.ContactField;
import dev.tenure.lifecycle.source.ContactWriteBack;
import dev.tenure.workday.internal.call.Credentials;
import dev.tenure.workday.internal.call.HumanResources;
import dev.tenure.workday.internal.call.ReportClient;
import dev.tenure.workday.internal.call.SoapClient;
import dev.tenure.workday.internal.read.ConnectionTest;
import dev.tenure.workday.internal.read.Groups;
import dev.tenure.workday.internal.read.Locations;
import dev.tenure.workday.internal.read.ReadSettings;
import dev.tenure.workday.internal.read.Reads;
import dev.tenure.workday.internal.read.ReportSettings;
import dev.tenure.workday.internal.translate.ProfileOptions;
import dev.tenure.workday.internal.translate.ProfileOptions.AccountType;
import dev.tenure.workday.internal.translate.Translator;
import dev.tenure.workday.internal.wire.ReportQuery;
import dev.tenure.workday.internal.wire.Requests;
import dev.tenure.workday.internal.wire.WorkersQuery.Block;
import dev.tenure.workday.internal.write.ContactSettings;
import dev.tenure.workday.internal.write.ContactWriter;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Makes the parts of a source out of its settings, and refuses settings that contradict each other. */
final class Wiring {

    private static final String DEFAULT_VERSION = "v31.2";

    final Reads reads;
    final ConnectionTest test;
    final Optional<ContactWriteBack> writer;

    Wiring(WorkdaySourceBuilder settings) {
        String version = version(settings);
        Credentials credentials = credentials(settings);
        HttpChannel channel = channel(settings);
        HumanResources service = new HumanResources(
                settings.name,
                new SoapClient(
                        settings.name, settings.endpoint.service("Human_Resources", version), credentials, channel),
                new Requests(version));
        ReportClient reports = new ReportClient(settings.name, settings.endpoint, credentials, channel);
        ReadSettings read = read(settings);
        this.reads = new Reads(
                service,
                read,
                new Translator(profile(settings)),
                new Locations(),
                new Groups(),
                reports,
                settings.clock);
        this.test = new ConnectionTest(service, reports, read);
        this.writer = settings.writeBack.isEmpty()
                ? Optional.empty()
                : Optional.of(new ContactWriter(
                        service,
                        new ContactSettings(
                                settings.writeBack,
                                settings.usageTypes,
                                settings.phoneDevices,
                                settings.mobileDevices,
                                settings.countryPhoneCodes),
                        settings.clock,
                        reads::contact));
    }

    private static String version(WorkdaySourceBuilder settings) {
        Optional<String> named = settings.endpoint.version();
        String wanted = settings.apiVersion;
        if (wanted == null) {
            return named.orElse(DEFAULT_VERSION);
        }
        if (named.isPresent() && !named.get().equals(wanted)) {
            throw new IllegalArgumentException("Setting 'apiVersion' is " + wanted
                    + " and setting 'endpoint' ends with " + named.get() + "; leave one out");
        }
        return wanted;
    }

    private static Credentials credentials(WorkdaySourceBuilder settings) {
        if (settings.credentials == null) {
            throw new IllegalStateException("There are no credentials; set 'credentials' or 'bearer'");
        }
        return settings.credentials;
    }

    private static HttpChannel channel(WorkdaySourceBuilder settings) {
        HttpChannel.Builder channel = HttpChannel.builder(settings.name, settings.clock)
                .listener(settings.listener)
                .maxBytes(settings.maxAnswerBytes)
                .maxConcurrency(settings.maxConcurrency)
                .longestWait(Duration.ZERO);
        return (settings.client == null ? channel : channel.client(settings.client)).build();
    }

    private static ReadSettings read(WorkdaySourceBuilder settings) {
        return new ReadSettings(
                settings.name,
                settings.key == WorkerKey.WID,
                settings.pageSize,
                settings.prefetch,
                settings.overlap,
                settings.effectiveChanges,
                settings.hireTypes,
                settings.terminationTypes,
                blocks(settings),
                settings.fieldOverrides,
                settings.locationTimeZones,
                settings.managerUserNames,
                settings.reports.stream().map(Wiring::report).toList(),
                settings.usageTypes,
                usages(settings.writeBack));
    }

    private static Set<Block> blocks(WorkdaySourceBuilder settings) {
        EnumSet<Block> blocks = EnumSet.of(
                Block.PERSONAL, Block.EMPLOYMENT, Block.ORGANIZATIONS, Block.MANAGEMENT_CHAIN, Block.ACCOUNT);
        switch (settings.department) {
            case BUSINESS_UNIT -> blocks.add(Block.BUSINESS_UNITS);
            case COST_CENTER -> blocks.add(Block.COST_CENTERS);
            case COMPANY -> blocks.add(Block.COMPANIES);
            case SUPERVISORY_ORGANIZATION -> {
                // Supervisory organizations are always asked for.
            }
        }
        if (settings.groups) {
            blocks.add(Block.PROVISIONING);
        }
        if (settings.futureEvents) {
            blocks.add(Block.LOG);
        }
        return blocks;
    }

    private static ReportSettings report(WorkdayReport report) {
        return new ReportSettings(
                new ReportQuery(
                        report.owner(),
                        report.name(),
                        report.format() == ReportFormat.JSON,
                        report.prompts(),
                        report.tenantInUser()),
                report.keyColumn(),
                report.columns(),
                report.workerPrompt());
    }

    private static Set<String> usages(Set<ContactField> fields) {
        Set<String> usages = new TreeSet<>();
        for (ContactField field : fields) {
            usages.add(
                    switch (field) {
                        case WORK_EMAIL, WORK_PHONE, MOBILE_PHONE -> "WORK";
                        case HOME_EMAIL, HOME_PHONE -> "HOME";
                    });
        }
        return usages;
    }

    private static ProfileOptions profile(WorkdaySourceBuilder settings) {
        String type = switch (settings.department) {
            case BUSINESS_UNIT -> "BUSINESS_UNIT";
            case COST_CENTER -> "COST_CENTER";
            case SUPERVISORY_ORGANIZATION -> "SUPERVISORY";
            case COMPANY -> "COMPANY";
        };
        AccountType accountType = switch (settings.accountType) {
            case WORKER_TYPE_ID -> AccountType.WORKER_TYPE_ID;
            case WORKER_TYPE_NAME -> AccountType.WORKER_TYPE_NAME;
            case WORKER_KIND -> AccountType.WORKER_KIND;
        };
        return new ProfileOptions(
                type,
                accountType,
                settings.usageTypes,
                settings.personalPhones,
                Set.copyOf(settings.phoneDevices),
                Set.copyOf(settings.mobileDevices));
    }
}
