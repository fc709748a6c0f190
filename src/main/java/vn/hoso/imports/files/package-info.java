/** Reads .xlsx and .csv files that nobody vouches for, within limits. */
@NullMarked
package vn.hoso.imports.files;

import org.jspecify.annotations.NullMarked;
