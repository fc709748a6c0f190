/** Guards over the whole program: who may do what, what a request may change, and what no text may do to it. */
@NullMarked
package vn.hoso.guard;

import org.jspecify.annotations.NullMarked;
