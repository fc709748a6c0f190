package vn.hoso.security;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.security.access.prepost.PreAuthorize;

/** Reads figures of single officials: of their own units for staff, which the query decides, of every unit for leaders and the Office. */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@PreAuthorize("hasAnyRole('REVIEWER', 'LEADER', 'UNIT_STAFF')")
public @interface MayViewOfficials {}
