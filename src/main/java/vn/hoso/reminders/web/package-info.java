/** The page of reminders. */
@NullMarked
package vn.hoso.reminders.web;

import org.jspecify.annotations.NullMarked;
