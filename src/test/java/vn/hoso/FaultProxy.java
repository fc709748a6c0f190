package vn.hoso;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Stands between the program and its database, and does what networks and servers do on bad days. */
final class FaultProxy implements AutoCloseable {

    /** What becomes of a connection. */
    enum Fault {
        /** Everything passes. */
        NONE,
        /** Nobody listens, and what was connected is cut. */
        REFUSED,
        /** Connections are taken, and nothing ever comes back. */
        HUNG,
        /** Every answer comes three seconds late. */
        SLOW,
        /** What was connected is cut, once; new connections work. */
        CUT,
        /** The next commit of a month's figures reaches the database; its answer does not come back. */
        ANSWER_LOST
    }

    private static final int DELAY_MILLIS = 3_000;

    private final int target;
    private final int port;
    private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();
    private volatile Fault fault = Fault.NONE;
    private volatile boolean closed;
    private @Nullable ServerSocket listening;

    FaultProxy(int target) throws IOException {
        this.target = target;
        ServerSocket first = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        port = first.getLocalPort();
        listen(first);
    }

    int port() {
        return port;
    }

    void set(Fault next) throws IOException {
        fault = next;
        if (next == Fault.REFUSED && listening != null) {
            listening.close();
            listening = null;
        }
        if (next == Fault.REFUSED || next == Fault.CUT) {
            cut();
        }
        if (next != Fault.REFUSED && listening == null) {
            ServerSocket again = new ServerSocket();
            again.setReuseAddress(true);
            again.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 50);
            listen(again);
        }
    }

    private void cut() {
        sockets.forEach(FaultProxy::close);
        sockets.clear();
    }

    private void listen(ServerSocket server) {
        listening = server;
        run(() -> {
            while (!server.isClosed()) {
                Socket client = server.accept();
                Socket database = new Socket(InetAddress.getLoopbackAddress(), target);
                sockets.add(client);
                sockets.add(database);
                Conversation both = new Conversation(client, database);
                run(both::questions);
                run(both::answers);
            }
        });
    }

    private interface Work {
        void run() throws IOException, InterruptedException;
    }

    private static void run(Work work) {
        Thread thread = new Thread(
                () -> {
                    try {
                        work.run();
                    } catch (IOException | InterruptedException over) {
                        // The connection was cut, by us or by one of its ends.
                    }
                },
                "fault-proxy");
        thread.setDaemon(true);
        thread.start();
    }

    private static void close(Socket socket) {
        try {
            socket.close();
        } catch (IOException gone) {
            // It was closed already.
        }
    }

    private final class Conversation {

        private final Socket client;
        private final Socket database;
        private boolean savesFigures;
        private volatile boolean deaf;

        Conversation(Socket client, Socket database) {
            this.client = client;
            this.database = database;
        }

        void questions() throws IOException, InterruptedException {
            pass(client.getInputStream(), database.getOutputStream(), true);
        }

        void answers() throws IOException, InterruptedException {
            pass(database.getInputStream(), client.getOutputStream(), false);
        }

        private void pass(InputStream from, OutputStream to, boolean question)
                throws IOException, InterruptedException {
            byte[] buffer = new byte[65_536];
            try {
                for (int read = from.read(buffer); read >= 0; read = from.read(buffer)) {
                    while (fault == Fault.HUNG && !closed) {
                        Thread.sleep(20);
                    }
                    if (question) {
                        listenFor(new String(buffer, 0, read, StandardCharsets.ISO_8859_1));
                    } else if (fault == Fault.SLOW) {
                        Thread.sleep(DELAY_MILLIS);
                    }
                    if (!question && deaf) {
                        return;
                    }
                    to.write(buffer, 0, read);
                    to.flush();
                }
            } finally {
                close(client);
                close(database);
                sockets.remove(client);
                sockets.remove(database);
            }
        }

        private void listenFor(String question) {
            if (fault == Fault.ANSWER_LOST && savesFigures) {
                deaf = true;
                fault = Fault.NONE;
            }
            // The trail is the last to be written; a commit follows.
            savesFigures = question.contains("insert into audit_event");
        }
    }

    @Override
    public void close() throws IOException {
        closed = true;
        if (listening != null) {
            listening.close();
        }
        cut();
    }
}
