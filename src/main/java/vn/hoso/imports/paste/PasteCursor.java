package vn.hoso.imports.paste;

import vn.hoso.figures.domain.Measure;

/**
 * The cell of the grid that had the focus when a block was pasted.
 *
 * @param row its place among the reader's units, from 0
 */
public record PasteCursor(int row, Measure measure) {}
