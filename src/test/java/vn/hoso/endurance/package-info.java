/**
 * What the program survives: failures in the middle of what people do, its own death and that of its database, a full disk, a lost
 * copy. The classes that take minutes carry the tag {@code endurance} and run by {@code mvn -Pendurance test} alone; they print their
 * figures.
 */
@NullMarked
package vn.hoso.endurance;

import org.jspecify.annotations.NullMarked;
