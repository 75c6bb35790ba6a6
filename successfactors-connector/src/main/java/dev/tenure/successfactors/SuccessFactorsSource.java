package dev.tenure.successfactors;

import dev.tenure.http.HttpChannel;
import dev.tenure.http.ServiceUrl;
import dev.tenure.lifecycle.source.ConnectionReport;
import dev.tenure.lifecycle.source.ContactWriteBack;
import dev.tenure.lifecycle.source.HrSource;
import dev.tenure.lifecycle.source.SourceDescription;
import dev.tenure.lifecycle.source.WorkerPages;
import dev.tenure.lifecycle.source.WorkerQuery;
import dev.tenure.successfactors.internal.call.ODataClient;
import dev.tenure.successfactors.internal.read.ConnectionTest;
import dev.tenure.successfactors.internal.read.ReadSettings;
import dev.tenure.successfactors.internal.read.Reads;
import dev.tenure.successfactors.internal.write.ContactWriter;
import java.util.Objects;
import java.util.Optional;

/**
 * SAP SuccessFactors Employee Central as a source of workers, read over its OData v2 services. A worker is a person; its
 * status comes from job information over all dates, past and future, of all its employments. Every read ends with an
 * exception rather than incomplete. A record whose status is not known fails that person alone, since an unknown status is
 * never a termination.
 *
 * <p>As every read sees all dates, the day as of which a query asks makes no difference (rule B4): who is to start, and
 * when, is in what it gives. It has no provisioning groups.
 *
 * <p>Immutable and safe for use by several threads.
 */
public final class SuccessFactorsSource implements HrSource {

    private final String name;
    private final boolean constrained;
    private final Reads reads;
    private final ConnectionTest test;
    private final Optional<ContactWriteBack> writer;

    SuccessFactorsSource(SuccessFactorsSourceBuilder builder) {
        this.name = builder.name;
        this.constrained = builder.constrained;
        HttpChannel channel = builder.channel();
        ODataClient client = new ODataClient(name, builder.service(), builder.signIn(channel), channel);
        ReadSettings settings = builder.readSettings();
        this.reads = new Reads(client, settings, builder.clock);
        this.test = new ConnectionTest(client, settings, !builder.writeBack.isEmpty());
        this.writer = builder.writeBack.isEmpty()
                ? Optional.empty()
                : Optional.of(new ContactWriter(
                        client,
                        builder.policy,
                        builder.writeBack,
                        builder.activeEmailTypes,
                        reads::picklists,
                        builder.clock));
    }

    /**
     * Starts a source with the usual settings.
     *
     * @param endpoint the address of the API server of the company's data centre, such as
     *     {@code https://api4.successfactors.com}; HTTPS, but for this machine's own loopback
     * @return a builder, which still needs credentials
     * @throws IllegalArgumentException if it is not such an address
     */
    public static SuccessFactorsSourceBuilder builder(String endpoint) {
        return new SuccessFactorsSourceBuilder(
                ServiceUrl.parse("endpoint", Objects.requireNonNull(endpoint, "endpoint")));
    }

    @Override
    public String name() {
        return name;
    }

    /** {@inheritDoc} Asks SuccessFactors nothing. */
    @Override
    public SourceDescription describe() {
        return new SourceDescription(Optional.empty(), !constrained);
    }

    @Override
    public ConnectionReport test() {
        return test.run();
    }

    /**
     * {@inheritDoc}
     *
     * @throws IllegalArgumentException if the watermark was not made by this source
     */
    @Override
    public WorkerPages read(WorkerQuery query) {
        return reads.open(Objects.requireNonNull(query, "query"));
    }

    @Override
    public Optional<ContactWriteBack> writeBack() {
        return writer;
    }

    /** Names the source. */
    @Override
    public String toString() {
        return "SuccessFactorsSource[" + name + "]";
    }
}
