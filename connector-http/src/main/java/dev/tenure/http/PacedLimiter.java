package dev.tenure.http;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Lets calls go at the pace that a system announces, so that a refusal is the exception (rule S8). It takes a share of
 * each limit, counts by bucket, learns from the headers of every answer, and lets urgent calls go first and use a reserve.
 * How many calls are under way at once is a limit of its own: it is halved when the system says that it is crowded, and
 * grows again with every answer. One for all threads that call a system; safe for use by several.
 */
public final class PacedLimiter {

    private static final Duration LOOK_AGAIN = Duration.ofSeconds(1);
    private static final int CROWDED_PAUSE_MILLIS = 500;

    private final InstantSource clock;
    private final Waiter waiter;
    private final double share;
    private final int maxConcurrency;
    private final Duration longestWait;
    private final SplittableRandom random = new SplittableRandom();
    private final ReentrantLock lock = new ReentrantLock();
    private final Map<String, Budget> budgets = new HashMap<>();

    /** Who waits for another call's end: urgent ones first, then in the order of their coming. */
    private final NavigableSet<Turn> parked =
            new TreeSet<>(Comparator.comparing(Turn::urgency).thenComparingLong(Turn::number));

    private long turns;
    private double concurrency;
    private int inFlight;
    private int urgentWaiting;
    private @Nullable Instant crowdedUntil;

    /**
     * Makes a limiter that knows nothing yet.
     *
     * @param clock what time it is
     * @param waiter lets time pass
     * @param share the part of each announced limit to take, above 0 and at most 1
     * @param maxConcurrency how many calls may be under way at once, at least 1
     * @param longestWait how long a call waits for its turn at most
     */
    public PacedLimiter(InstantSource clock, Waiter waiter, double share, int maxConcurrency, Duration longestWait) {
        if (!(share > 0 && share <= 1)) {
            throw new IllegalArgumentException(
                    "Setting 'share' is " + share + "; give a part of the rate limit above 0 and up to 1, such as 0.8");
        }
        if (maxConcurrency < 1) {
            throw new IllegalArgumentException(
                    "Setting 'maxConcurrency' is " + maxConcurrency + "; at least one call must be allowed");
        }
        this.clock = clock;
        this.waiter = waiter;
        this.share = share;
        this.maxConcurrency = maxConcurrency;
        this.longestWait = longestWait;
        this.concurrency = maxConcurrency;
    }

    /**
     * Waits for the call's turn.
     *
     * @param bucket the limit that it counts against
     * @param urgency whether it goes first
     * @return the permit, to be closed when the call is over
     * @throws TurnTooFarException if the turn would come later than the longest wait
     * @throws InterruptedException if the thread is interrupted
     */
    public Permit acquire(String bucket, Urgency urgency) throws TurnTooFarException, InterruptedException {
        Instant latest = clock.instant().plus(longestWait);
        lock.lockInterruptibly();
        try {
            Budget budget = budgets.computeIfAbsent(bucket, name -> new Budget(share));
            if (!mayGo(budget, urgency)) {
                waitFor(new Turn(budget, urgency, ++turns, lock.newCondition()), latest);
            }
            budget.begun();
            inFlight++;
            return new Permit(budget);
        } finally {
            wakeWhoMayGo();
            lock.unlock();
        }
    }

    /** A call that waits. */
    private record Turn(Budget budget, Urgency urgency, long number, Condition changed) {}

    private void waitFor(Turn turn, Instant latest) throws TurnTooFarException, InterruptedException {
        Budget budget = turn.budget();
        Urgency urgency = turn.urgency();
        budget.waiting(urgency, 1);
        urgentWaiting += urgency == Urgency.URGENT ? 1 : 0;
        try {
            while (!mayGo(budget, urgency)) {
                Optional<Instant> until = opensAt(budget, urgency);
                if (until.isEmpty()) {
                    park(turn);
                } else if (until.get().isAfter(latest)) {
                    throw new TurnTooFarException(until.get());
                } else {
                    pause(until.get());
                }
            }
        } finally {
            budget.waiting(urgency, -1);
            urgentWaiting -= urgency == Urgency.URGENT ? 1 : 0;
        }
    }

    /** Waits for its turn, and no longer than until a look again: a window may end while all calls under way take long. */
    private void park(Turn turn) throws InterruptedException {
        parked.add(turn);
        try {
            boolean inTime = true;
            while (inTime && parked.contains(turn)) {
                inTime = turn.changed().await(LOOK_AGAIN.toMillis(), TimeUnit.MILLISECONDS);
            }
        } finally {
            parked.remove(turn);
        }
    }

    /**
     * After anything that may let somebody go. Only the first one who may is woken, and wakes the next; dozens would wake for
     * every call else. Who has to wait for an instant now, and no longer for a call, is woken to do so.
     */
    private void wakeWhoMayGo() {
        boolean found = false;
        for (Iterator<Turn> each = parked.iterator(); each.hasNext(); ) {
            Turn turn = each.next();
            boolean goes = !found && mayGo(turn.budget(), turn.urgency());
            if (goes || opensAt(turn.budget(), turn.urgency()).isPresent()) {
                each.remove();
                turn.changed().signal();
            }
            found |= goes;
        }
    }

    private void pause(Instant until) throws InterruptedException {
        lock.unlock();
        try {
            waiter.awaitUntil(until);
        } finally {
            lock.lock();
        }
    }

    private boolean mayGo(Budget budget, Urgency urgency) {
        Instant now = clock.instant();
        if (crowdedUntil != null && !now.isBefore(crowdedUntil)) {
            crowdedUntil = null;
        }
        return crowdedUntil == null && budget.isOpen(urgency, now) && slotIsFree(urgency);
    }

    /** One slot at least stays for bulk calls, or urgent ones that wait for a quota would stop everything. */
    private boolean slotIsFree(Urgency urgency) {
        int slots = Math.max(1, (int) concurrency);
        int kept = urgency == Urgency.URGENT ? 0 : Math.min(urgentWaiting, slots - 1);
        return inFlight < slots - kept;
    }

    /** For tests, which must know that a thread waits before they go on. */
    boolean hasWaiting(int threads) {
        lock.lock();
        try {
            return parked.size() >= threads;
        } finally {
            lock.unlock();
        }
    }

    private Optional<Instant> opensAt(Budget budget, Urgency urgency) {
        Instant now = clock.instant();
        if (crowdedUntil != null) {
            return Optional.of(crowdedUntil);
        }
        return budget.isOpen(urgency, now) ? Optional.empty() : Optional.ofNullable(budget.opensAt(urgency, now));
    }

    /** The right to make one call. To be closed once, when the answer was read or there is none. */
    public final class Permit implements AutoCloseable {

        private final Budget budget;
        private boolean closed;

        private Permit(Budget budget) {
            this.budget = budget;
        }

        /**
         * Tells what the answer said of the limit, if anything.
         *
         * @param announced the limit, empty if the answer announces none
         */
        public void answered(Optional<AnnouncedLimit> announced) {
            lock.lock();
            try {
                Instant now = clock.instant();
                announced.ifPresentOrElse(said -> budget.announced(said, now), budget::nothingAnnounced);
                concurrency = Math.min(maxConcurrency, concurrency + 1 / concurrency);
                wakeWhoMayGo();
            } finally {
                lock.unlock();
            }
        }

        /**
         * Tells that the call was refused because the limit is used up.
         *
         * @param until when calls are allowed again, by our clock
         */
        public void refused(Instant until) {
            lock.lock();
            try {
                budget.closed(until);
            } finally {
                lock.unlock();
            }
        }

        /**
         * Tells that the call was refused because too many were under way: fewer go at once from now on.
         *
         * @return when it is worth to try again, which is soon, and not the same for every call
         */
        public Instant crowded() {
            lock.lock();
            try {
                concurrency = Math.max(1, Math.min(concurrency, inFlight) / 2.0);
                Instant until = clock.instant().plusMillis(CROWDED_PAUSE_MILLIS + random.nextInt(CROWDED_PAUSE_MILLIS));
                crowdedUntil = until;
                return until;
            } finally {
                lock.unlock();
            }
        }

        /** Ends the call. Safe to call twice. */
        @Override
        public void close() {
            lock.lock();
            try {
                if (!closed) {
                    closed = true;
                    inFlight--;
                    budget.ended();
                    wakeWhoMayGo();
                }
            } finally {
                lock.unlock();
            }
        }
    }
}
