/** The page of the one-stop shops and the form of each unit. */
@NullMarked
package vn.hoso.readiness.web;

import org.jspecify.annotations.NullMarked;
