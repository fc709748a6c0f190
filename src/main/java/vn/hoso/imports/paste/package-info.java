/** What a block of cells means that a person pastes into the month's grid; plain Java. */
@NullMarked
package vn.hoso.imports.paste;

import org.jspecify.annotations.NullMarked;
