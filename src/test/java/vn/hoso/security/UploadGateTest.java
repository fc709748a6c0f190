package vn.hoso.security;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.FilterChain;
import jakarta.servlet.http.HttpServletRequest;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;

class UploadGateTest {

    private static final long MEGABYTE = 1024L * 1024;

    private final UploadGate gate = new UploadGate(41, 512 * MEGABYTE);

    private static MockHttpServletRequest upload(int megabytes) {
        MockHttpServletRequest request = new MockHttpServletRequest("POST", "/extracts");
        request.setContentType("multipart/form-data; boundary=x");
        request.setContent(new byte[(int) (megabytes * MEGABYTE)]);
        request.setParameter("unit", "1");
        return request;
    }

    @AfterEach
    void nobody() {
        SecurityContextHolder.clearContext();
    }

    private static void signedIn() {
        SecurityContextHolder.getContext().setAuthentication(new TestingAuthenticationToken("a", "b"));
    }

    @Test
    void readsNothingOfSomebodyWhoIsNotSignedIn() throws Exception {
        AtomicReference<HttpServletRequest> seen = new AtomicReference<>();
        FilterChain chain = (request, response) -> seen.set((HttpServletRequest) request);

        gate.doFilter(upload(1), new MockHttpServletResponse(), chain);

        assertThat(seen.get().getParameter("unit")).isNull();
        assertThat(seen.get().getParameterMap()).isEmpty();
        assertThat(seen.get().getParts()).isEmpty();

        signedIn();
        gate.doFilter(upload(1), new MockHttpServletResponse(), chain);
        assertThat(seen.get().getParameter("unit")).isEqualTo("1");
    }

    @Test
    void takesAsMuchOfTheMemoryAsThereIsRoomFor() {
        assertThat(gate.room()).isEqualTo(85);
        assertThat(new UploadGate(41, 128 * MEGABYTE).room()).isEqualTo(41);
        assertThat(gate.wanted(0)).isEqualTo(1);
        assertThat(gate.wanted(MEGABYTE)).isEqualTo(1);
        assertThat(gate.wanted(MEGABYTE + 1)).isEqualTo(2);
        assertThat(gate.wanted(41 * MEGABYTE)).isEqualTo(41);
        assertThat(gate.wanted(41 * MEGABYTE + 1)).as("refused unread").isEqualTo(1);
        assertThat(gate.wanted(-1)).as("does not say").isEqualTo(41);
    }

    private MockHttpServletResponse small() throws Exception {
        signedIn();
        MockHttpServletResponse answer = new MockHttpServletResponse();
        gate.doFilter(upload(1), answer, (request, response) -> {});
        return answer;
    }

    @Test
    void letsTheThirdLargeFileWaitUntilOneIsThrough() throws Exception {
        AtomicInteger inside = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        CountDownLatch two = new CountDownLatch(2);
        CountDownLatch on = new CountDownLatch(1);
        FilterChain chain = (request, response) -> {
            most.accumulateAndGet(inside.incrementAndGet(), Math::max);
            two.countDown();
            try {
                on.await(30, TimeUnit.SECONDS);
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
            }
            inside.decrementAndGet();
        };
        ExecutorService people = Executors.newFixedThreadPool(3);
        try {
            Future<?>[] all = new Future<?>[3];
            for (int i = 0; i < all.length; i++) {
                all[i] = people.submit(() -> {
                    signedIn();
                    MockHttpServletResponse answer = new MockHttpServletResponse();
                    gate.doFilter(upload(40), answer, chain);
                    return answer;
                });
            }
            assertThat(two.await(30, TimeUnit.SECONDS)).isTrue();
            assertThat(small().getStatus())
                    .as("a small one waits for no large one")
                    .isEqualTo(200);
            on.countDown();
            for (Future<?> each : all) {
                assertThat(((MockHttpServletResponse) each.get(30, TimeUnit.SECONDS)).getStatus())
                        .isEqualTo(200);
            }
            assertThat(most.get()).isEqualTo(2);
        } finally {
            people.shutdownNow();
        }
    }
}
