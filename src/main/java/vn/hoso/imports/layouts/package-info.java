/** Finds the figures in a sheet: its header, its month, its units, its totals. */
@NullMarked
@NamedInterface("layouts")
package vn.hoso.imports.layouts;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
