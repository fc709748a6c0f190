package vn.hoso.logs;

import ch.qos.logback.classic.spi.IThrowableProxy;
import java.util.Objects;
import org.springframework.boot.logging.logback.ExtendedWhitespaceThrowableProxyConverter;

/** Prints a stack trace as Spring Boot does, without what messages quote. Named by {@code logback-spring.xml}. */
public final class QuotedThrowable extends ExtendedWhitespaceThrowableProxyConverter {

    @Override
    protected String throwableProxyToString(IThrowableProxy exception) {
        return super.throwableProxyToString(Objects.requireNonNull(Quoted.of(exception)));
    }
}
