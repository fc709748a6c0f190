package vn.hoso.guard;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.coyote.http2.Http2Protocol;
import org.apache.tomcat.util.net.SSLHostConfig;
import org.junit.jupiter.api.Test;

/** What the jar holds of its libraries is enough for what an office may set up although the program does without. */
class PartsOfLibrariesTest {

    /** {@code server.ssl} and {@code server.http2}. */
    @Test
    void tomcatSpeaksTls() {
        SSLHostConfig tls = new SSLHostConfig();
        assertThat(tls.getJsseCipherNames()).contains("TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384");
        assertThat(new Http2Protocol().getAlpnName()).isEqualTo("h2");
    }
}
