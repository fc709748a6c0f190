/** The program itself; everything it does lives in the modules below. */
@NullMarked
package vn.hoso;

import org.jspecify.annotations.NullMarked;
