/** A year's totals as a document published them, without a breakdown by unit or month. */
@NullMarked
package vn.hoso.figures.published;

import org.jspecify.annotations.NullMarked;
