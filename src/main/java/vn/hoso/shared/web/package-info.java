/** The page that says no. */
@NullMarked
package vn.hoso.shared.web;

import org.jspecify.annotations.NullMarked;
