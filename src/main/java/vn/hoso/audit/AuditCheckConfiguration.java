package vn.hoso.audit;

import org.springframework.context.annotation.Import;

/** The little of this module that checks the chain, for a program that does nothing else. */
@Import({ChainVerification.class, TrailMessages.class})
public final class AuditCheckConfiguration {

    AuditCheckConfiguration() {}
}
