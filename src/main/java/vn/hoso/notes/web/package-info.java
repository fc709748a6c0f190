/** The page of notes. */
@NullMarked
package vn.hoso.notes.web;

import org.jspecify.annotations.NullMarked;
