/**
 * Whole stories in a real browser, on the whole program with the demonstration's figures and people. Each story writes
 * into months of its own, so that they may run in any order.
 */
@NullMarked
package vn.hoso.journey;

import org.jspecify.annotations.NullMarked;
