package vn.hoso.backup;

import java.io.FilterInputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.math.BigInteger;
import java.security.MessageDigest;

/**
 * The SHA-256 of each row that passes, added up: the same for the same rows in whatever order they come, another one where a row is
 * altered, missing, or there twice. A row is a line, as COPY writes them.
 */
final class RowSum {

    private final MessageDigest row = Seal.sha256();
    private BigInteger sum = BigInteger.ZERO;

    /** What was read of the stream, or written to it, so far. */
    BigInteger sum() {
        return sum;
    }

    InputStream over(InputStream rows) {
        return new FilterInputStream(rows) {
            @Override
            public int read() throws IOException {
                int one = super.read();
                if (one >= 0) {
                    add(new byte[] {(byte) one}, 0, 1);
                }
                return one;
            }

            @Override
            public int read(byte[] part, int from, int length) throws IOException {
                int read = super.read(part, from, length);
                add(part, from, Math.max(read, 0));
                return read;
            }
        };
    }

    OutputStream over(OutputStream rows) {
        return new FilterOutputStream(rows) {
            @Override
            public void write(int one) throws IOException {
                write(new byte[] {(byte) one}, 0, 1);
            }

            @Override
            public void write(byte[] part, int from, int length) throws IOException {
                out.write(part, from, length);
                add(part, from, length);
            }
        };
    }

    private void add(byte[] part, int from, int length) {
        int begun = from;
        for (int at = from; at < from + length; at++) {
            if (part[at] == '\n') {
                row.update(part, begun, at + 1 - begun);
                sum = sum.add(new BigInteger(1, row.digest()));
                begun = at + 1;
            }
        }
        row.update(part, begun, from + length - begun);
    }
}
