/** The list of tasks, the form that makes one, and the button that puts a notice away. */
@NullMarked
package vn.hoso.followups.web;

import org.jspecify.annotations.NullMarked;
