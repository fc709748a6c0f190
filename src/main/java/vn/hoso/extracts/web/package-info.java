/** Pages of lists of dossiers. */
@NullMarked
package vn.hoso.extracts.web;

import org.jspecify.annotations.NullMarked;
