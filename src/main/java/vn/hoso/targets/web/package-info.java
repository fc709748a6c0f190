/** The catalogue of targets on screen. */
@NullMarked
package vn.hoso.targets.web;

import org.jspecify.annotations.NullMarked;
