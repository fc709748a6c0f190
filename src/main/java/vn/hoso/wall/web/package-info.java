/** The wall screen and its links. */
@NullMarked
package vn.hoso.wall.web;

import org.jspecify.annotations.NullMarked;
