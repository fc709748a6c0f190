package vn.hoso.database;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.time.Duration;
import javax.net.SocketFactory;
import org.jspecify.annotations.Nullable;

/**
 * Connections to PostgreSQL on which a request does not wait longer than {@link RequestWait} lets it. The driver's own time-out counts
 * for one answer alone and has to let the longest of all pass; only while waiting can be seen whether others are answered.
 * Named to the driver by {@code socketFactory}.
 */
public final class WatchedSocketFactory extends SocketFactory {

    private static final int GLANCE_MILLIS = 250;

    /** A server that takes a connection greets it at once, whatever its statements may take. */
    private static final int GREETING_MILLIS = 5_000;

    /** For the driver, which makes one for each connection. */
    public WatchedSocketFactory() {}

    @Override
    public Socket createSocket() {
        return new WatchedSocket();
    }

    @Override
    public Socket createSocket(String host, int port) throws IOException {
        throw unused();
    }

    @Override
    public Socket createSocket(String host, int port, InetAddress local, int localPort) throws IOException {
        throw unused();
    }

    @Override
    public Socket createSocket(InetAddress host, int port) throws IOException {
        throw unused();
    }

    @Override
    public Socket createSocket(InetAddress host, int port, InetAddress local, int localPort) throws IOException {
        throw unused();
    }

    private static UnsupportedOperationException unused() {
        return new UnsupportedOperationException("the driver connects its sockets itself");
    }

    private static final class WatchedSocket extends Socket {

        private @Nullable InputStream watched;

        @Override
        public synchronized InputStream getInputStream() throws IOException {
            if (watched == null) {
                watched = new Answers(super.getInputStream(), this);
            }
            return watched;
        }
    }

    private static final class Answers extends FilterInputStream {

        private final Socket socket;
        private boolean greeted;

        Answers(InputStream answers, Socket socket) {
            super(answers);
            this.socket = socket;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] into, int from, int length) throws IOException {
            RequestWait request = RequestWait.current();
            int limit = greeted ? socket.getSoTimeout() : shorter(socket.getSoTimeout(), GREETING_MILLIS);
            int read =
                    request == null ? within(limit, into, from, length) : glancing(request, limit, into, from, length);
            greeted = true;
            return read;
        }

        private static int shorter(int limit, int other) {
            return limit == 0 ? other : Math.min(limit, other);
        }

        private int within(int limit, byte[] into, int from, int length) throws IOException {
            int before = socket.getSoTimeout();
            socket.setSoTimeout(limit);
            try {
                return in.read(into, from, length);
            } finally {
                if (!socket.isClosed()) {
                    socket.setSoTimeout(before);
                }
            }
        }

        private int glancing(RequestWait request, int limit, byte[] into, int from, int length) throws IOException {
            long start = System.nanoTime();
            while (true) {
                long left = limit == 0 ? GLANCE_MILLIS : limit - (System.nanoTime() - start) / 1_000_000;
                if (left <= 0) {
                    throw new SocketTimeoutException("Read timed out");
                }
                try {
                    return within((int) Math.min(GLANCE_MILLIS, left), into, from, length);
                } catch (SocketTimeoutException nothingYet) {
                    request.goOn(Duration.ofNanos(System.nanoTime() - start));
                }
            }
        }
    }
}
