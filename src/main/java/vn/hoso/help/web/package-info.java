/** The pages of the guide. */
@NullMarked
package vn.hoso.help.web;

import org.jspecify.annotations.NullMarked;
