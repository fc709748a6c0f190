package vn.hoso.security;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.security.access.prepost.PreAuthorize;

/** Enters in the program what the registry gave an issued report: its number and the day it was signed. */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@PreAuthorize("hasAnyRole('REVIEWER', 'REPORT_CLERK')")
public @interface MayRegister {}
