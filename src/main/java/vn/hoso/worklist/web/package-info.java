/** The page that everybody begins with. */
@NullMarked
package vn.hoso.worklist.web;

import org.jspecify.annotations.NullMarked;
