package dev.tenure.simulators.internal.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.ConnectException;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.URI;
import org.junit.jupiter.api.Test;

class LoopbackServerTest {

    private static final int TIMES = 300;
    private static final int PATIENCE_MILLIS = 20_000;

    @Test
    void whoeverComesAsItCloses_isNotLeftWaiting() throws IOException {
        for (int i = 0; i < TIMES; i++) {
            LoopbackServer server = LoopbackServer.start("closing", request -> SimReply.empty(204));
            URI url = URI.create(server.url());
            server.close();
            assertThat(ending(url)).as("a call to a server that is closed").isNotEqualTo(Ending.LEFT_WAITING);
        }
    }

    @Test
    void whoeverIsThereAsItCloses_isPutOut() throws IOException {
        LoopbackServer server = LoopbackServer.start("closing", request -> SimReply.empty(204));
        URI url = URI.create(server.url());
        try (Socket socket = new Socket(url.getHost(), url.getPort())) {
            socket.setSoTimeout(PATIENCE_MILLIS);
            server.close();
            assertThat(isOver(socket)).isTrue();
        }
    }

    private enum Ending {
        REFUSED,
        PUT_OUT,
        LEFT_WAITING
    }

    private static Ending ending(URI url) throws IOException {
        try (Socket socket = new Socket(url.getHost(), url.getPort())) {
            socket.setSoTimeout(PATIENCE_MILLIS);
            return isOver(socket) ? Ending.PUT_OUT : Ending.LEFT_WAITING;
        } catch (ConnectException refused) {
            return Ending.REFUSED;
        }
    }

    private static boolean isOver(Socket socket) throws IOException {
        try {
            return socket.getInputStream().read() < 0;
        } catch (SocketTimeoutException waiting) {
            return false;
        } catch (SocketException reset) {
            return true;
        }
    }
}
