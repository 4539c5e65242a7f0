package dev.hcpcs.loader.fetch;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A proxy on the loopback address that leads every connection to one port there, whatever host was asked for. */
final class TunnelProxy implements AutoCloseable {

    private final ServerSocket socket = new ServerSocket(0, 0, InetAddress.getByName("127.0.0.1"));
    private final List<String> requests = new CopyOnWriteArrayList<>();
    private final int targetPort;

    TunnelProxy(int targetPort) throws IOException {
        this.targetPort = targetPort;
        inBackground(() -> {
            while (true) {
                Socket client = socket.accept();
                inBackground(() -> lead(client));
            }
        });
    }

    int port() {
        return socket.getLocalPort();
    }

    /** The first line of each request. */
    List<String> requests() {
        return requests;
    }

    private void lead(Socket client) throws IOException {
        try (client; Socket target = new Socket(socket.getInetAddress(), targetPort)) {
            requests.add(head(client.getInputStream()).lines().findFirst().orElseThrow());
            client.getOutputStream().write("HTTP/1.1 200 OK\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            inBackground(() -> client.getInputStream().transferTo(target.getOutputStream()));
            target.getInputStream().transferTo(client.getOutputStream());
        }
    }

    private static String head(InputStream in) throws IOException {
        StringBuilder head = new StringBuilder();
        while (head.indexOf("\r\n\r\n") < 0) {
            head.append((char) in.read());
        }
        return head.toString();
    }

    private interface Work {
        void run() throws IOException;
    }

    private static void inBackground(Work work) {
        Thread thread = new Thread(() -> {
            try {
                work.run();
            } catch (IOException e) {
                // One side has closed.
            }
        });
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
