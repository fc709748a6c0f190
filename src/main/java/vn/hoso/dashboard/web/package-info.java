/** The frame around every page, and the dashboards' own pages. */
@NullMarked
package vn.hoso.dashboard.web;

import org.jspecify.annotations.NullMarked;
