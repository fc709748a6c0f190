/** The page of the fields that returns are asked for beyond their own. */
@NullMarked
package vn.hoso.fields.web;

import org.jspecify.annotations.NullMarked;
