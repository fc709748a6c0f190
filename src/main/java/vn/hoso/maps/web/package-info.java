/** The maps on pages: brought, looked at, kept and removed. */
@NullMarked
package vn.hoso.maps.web;

import org.jspecify.annotations.NullMarked;
