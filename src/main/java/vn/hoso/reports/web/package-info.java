/** The report's page and its downloads. */
@NullMarked
package vn.hoso.reports.web;

import org.jspecify.annotations.NullMarked;
