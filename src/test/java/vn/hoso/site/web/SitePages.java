package vn.hoso.site.web;

import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Import;

/** The sign-in page and the home page, for slices that look at them beside their own pages. */
@TestConfiguration
@Import({HomeController.class, LoginController.class})
public class SitePages {}
