/** Pages of imports. */
@NullMarked
package vn.hoso.imports.web;

import org.jspecify.annotations.NullMarked;
