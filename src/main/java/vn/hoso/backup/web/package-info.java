/** The page of packages: what there is, what was proved, and the buttons for more. */
@NullMarked
package vn.hoso.backup.web;

import org.jspecify.annotations.NullMarked;
