/** What a monthly return is: its measures, values, rules and states; plain Java, and what other modules may know of it. */
@NullMarked
@NamedInterface("domain")
package vn.hoso.figures.domain;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
