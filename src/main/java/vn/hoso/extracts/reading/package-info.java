/** Reads a list of dossiers row by row: its columns by their words, and nothing of the citizens. */
@NullMarked
package vn.hoso.extracts.reading;

import org.jspecify.annotations.NullMarked;
