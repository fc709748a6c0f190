package vn.hoso.security;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.security.access.prepost.PreAuthorize;

/** Reads where figures of the same dossiers differ; of which units is decided again in the query. */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@PreAuthorize("hasAnyRole('REVIEWER', 'UNIT_STAFF', 'LEADER', 'REPORT_CLERK')")
public @interface MayViewDifferences {}
