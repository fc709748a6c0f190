/** The key in every form, the answer to a second press, and the question whether a press was stored. */
@NullMarked
package vn.hoso.once.web;

import org.jspecify.annotations.NullMarked;
