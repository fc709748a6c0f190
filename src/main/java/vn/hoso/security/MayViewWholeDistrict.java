package vn.hoso.security;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.security.access.prepost.PreAuthorize;

/** Reads every unit's figures and the documents made of them. */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@PreAuthorize("hasAnyRole('REVIEWER', 'LEADER', 'REPORT_CLERK', 'ADMINISTRATOR')")
public @interface MayViewWholeDistrict {}
