/** The page on which indicators are defined. */
@NullMarked
package vn.hoso.indicators.web;

import org.jspecify.annotations.NullMarked;
