/** Screens for users and their one-time links. */
@NullMarked
package vn.hoso.accounts.web;

import org.jspecify.annotations.NullMarked;
