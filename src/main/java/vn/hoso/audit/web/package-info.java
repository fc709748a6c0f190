/** Screens for reading the trail and checking its chain. */
@NullMarked
package vn.hoso.audit.web;

import org.jspecify.annotations.NullMarked;
