/** Where the administrator says whose program this is. */
@NullMarked
package vn.hoso.organisation.web;

import org.jspecify.annotations.NullMarked;
