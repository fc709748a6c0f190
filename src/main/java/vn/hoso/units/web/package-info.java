/** The register of units on pages: a day's list, a unit's life, the kinds, and many units at once. */
@NullMarked
package vn.hoso.units.web;

import org.jspecify.annotations.NullMarked;
