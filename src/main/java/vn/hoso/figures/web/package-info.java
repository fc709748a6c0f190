/** Screens on which figures are entered. */
@NullMarked
package vn.hoso.figures.web;

import org.jspecify.annotations.NullMarked;
