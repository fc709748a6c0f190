package vn.hoso.logs;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.slf4j.MDC;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

class RequestIdTest {

    @Test
    void isInEachLineOfARequestAndInNoOther() throws Exception {
        MockHttpServletRequest request = new MockHttpServletRequest();
        request.addHeader(RequestId.HEADER, "of-the-browsers-choosing");
        MockHttpServletResponse answer = new MockHttpServletResponse();
        List<String> lines = new ArrayList<>();

        new RequestId().doFilter(request, answer, (asked, told) -> lines.add(MDC.get(RequestId.NAME)));

        assertThat(lines)
                .containsExactly(answer.getHeader(RequestId.HEADER))
                .allMatch(id -> id.matches("[0-9a-f]{12}"));
        assertThat(RequestId.of(request)).isEqualTo(lines.get(0));
        assertThat(MDC.get(RequestId.NAME)).isNull();
    }
}
