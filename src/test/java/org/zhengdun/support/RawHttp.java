package org.zhengdun.support;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

import io.restassured.RestAssured;

/** Sends bytes that no well-behaved client would send, and reads the whole answer. */
public final class RawHttp {

    private static final int TIMEOUT = 20_000;

    private RawHttp() {}

    /** The answer to one request on one connection. */
    public record Answer(int status, String head, String body) {

        public boolean isProblem() {
            return head.toLowerCase(Locale.ROOT).contains("content-type: application/problem+json")
                    && body.contains("\"traceId\"");
        }
    }

    /** Sends head lines and body as they are; the connection is closed by the server. */
    public static Answer send(String head, byte[] body) {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), RestAssured.port)) {
            socket.setSoTimeout(TIMEOUT);
            socket.getOutputStream().write(
                    (head.strip().replace("\n", "\r\n") + "\r\nHost: localhost\r\nConnection: close\r\n\r\n").getBytes(
                            StandardCharsets.ISO_8859_1));
            write(socket, body);
            return parse(read(socket.getInputStream()));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** The server may have answered and closed before it has read everything. */
    private static void write(Socket socket, byte[] body) throws IOException {
        try {
            socket.getOutputStream().write(body);
            socket.getOutputStream().flush();
        } catch (SocketException closed) {
            if (socket.getInputStream().available() == 0) {
                throw closed;
            }
        }
    }

    private static String read(InputStream in) throws IOException {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        byte[] buffer = new byte[8192];
        try {
            for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
                all.write(buffer, 0, count);
            }
        } catch (SocketException reset) {
            if (all.size() == 0) {
                throw reset;
            }
        }
        return all.toString(StandardCharsets.UTF_8);
    }

    private static Answer parse(String text) {
        int end = text.indexOf("\r\n\r\n");
        if (end < 0) {
            return new Answer(0, text, "");
        }
        return new Answer(Integer.parseInt(text.split(" ", 3)[1]), text.substring(0, end), text.substring(end + 4));
    }
}
