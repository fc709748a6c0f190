package vn.hoso.endurance;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** Hands each connection to the next of several servers that lets one in, as a balancer does that keeps nobody at one copy. */
final class RoundRobinProxy implements AutoCloseable {

    private final ServerSocket door;
    private final List<Integer> ports;
    private final AtomicInteger next = new AtomicInteger();

    RoundRobinProxy(List<Integer> ports) {
        this.ports = ports;
        try {
            door = new ServerSocket(0, 200, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        daemon(this::serve);
    }

    String origin() {
        return "http://127.0.0.1:" + door.getLocalPort();
    }

    private void serve() {
        while (!door.isClosed()) {
            try {
                Socket client = door.accept();
                daemon(() -> connect(client));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void connect(Socket client) {
        // Counted on from one place: others take their turns meanwhile, and a copy that is down is asked once only.
        int first = next.getAndIncrement();
        for (int attempt = 0; attempt < ports.size(); attempt++) {
            Socket server = new Socket();
            try {
                int port = ports.get(Math.floorMod(first + attempt, ports.size()));
                server.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 1000);
                daemon(() -> pump(client, server));
                pump(server, client);
                return;
            } catch (IOException notThisOne) {
                close(server);
            }
        }
        close(client);
    }

    private static void pump(Socket from, Socket to) {
        try (from;
                to) {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            in.transferTo(out);
        } catch (IOException cut) {
            // Both ends are closed.
        }
    }

    private static void close(Socket socket) {
        try {
            socket.close();
        } catch (IOException gone) {
            // It is.
        }
    }

    private static void daemon(Runnable task) {
        Thread thread = new Thread(task, "proxy");
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void close() {
        try {
            door.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
