/** Reads .xlsx and .csv files that nobody vouches for, within limits. */
@NullMarked
@NamedInterface("files")
package vn.hoso.imports.files;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
