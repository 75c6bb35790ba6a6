package dev.tenure.http;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Reads up to a limit and then fails, so that no answer, however it was packed, fills the memory. */
final class BoundedStream extends FilterInputStream {

    private final long limit;
    private long read;

    BoundedStream(InputStream in, long limit) {
        super(in);
        this.limit = limit;
    }

    @Override
    public int read() throws IOException {
        int value = super.read();
        if (value >= 0) {
            count(1);
        }
        return value;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        int count = super.read(buffer, offset, length);
        if (count > 0) {
            count(count);
        }
        return count;
    }

    @Override
    public long skip(long n) throws IOException {
        long skipped = super.skip(n);
        count(skipped);
        return skipped;
    }

    @Override
    public boolean markSupported() {
        return false;
    }

    private void count(long bytes) throws BodyTooLargeException {
        read += bytes;
        if (read > limit) {
            throw new BodyTooLargeException(limit);
        }
    }
}
