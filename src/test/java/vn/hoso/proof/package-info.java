/**
 * Shows that two states of the source tree do the same: a year of work is done in the demonstration's world at a clock of its own, and
 * every page, file, letter and table that comes of it is written down, to be compared line by line ({@link vn.hoso.proof.Proof}). It sees
 * the program from outside only, through HTTP and JDBC, so that the same sources run beside any state of the tree.
 */
@NullMarked
package vn.hoso.proof;

import org.jspecify.annotations.NullMarked;
