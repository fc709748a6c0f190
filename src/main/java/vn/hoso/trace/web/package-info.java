/** Pages of the trace. */
@NullMarked
package vn.hoso.trace.web;

import org.jspecify.annotations.NullMarked;
