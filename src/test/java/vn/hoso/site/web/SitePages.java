package vn.hoso.site.web;

import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Import;

/** The sign-in page, for slices that look at it beside their own pages. */
@TestConfiguration
@Import(LoginController.class)
public class SitePages {}
