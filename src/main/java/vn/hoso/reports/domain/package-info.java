/** What the yearly report says, as a structure; plain Java, without a word about files or pages. */
@NullMarked
package vn.hoso.reports.domain;

import org.jspecify.annotations.NullMarked;
