/** The pages about paper by receiving official. */
@NullMarked
package vn.hoso.intake.web;

import org.jspecify.annotations.NullMarked;
