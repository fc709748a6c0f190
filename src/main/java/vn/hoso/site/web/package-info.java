/** The frame, the sign-in page, the home page and the language. */
@NullMarked
package vn.hoso.site.web;

import org.jspecify.annotations.NullMarked;
