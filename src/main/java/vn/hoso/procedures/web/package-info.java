/** Pages of the catalogue of procedures. */
@NullMarked
package vn.hoso.procedures.web;

import org.jspecify.annotations.NullMarked;
