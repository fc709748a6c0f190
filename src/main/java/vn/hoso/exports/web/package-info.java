/** Downloads of results. */
@NullMarked
package vn.hoso.exports.web;

import org.jspecify.annotations.NullMarked;
