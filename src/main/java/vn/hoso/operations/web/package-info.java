/** The administrator's page about the program itself. */
@NullMarked
package vn.hoso.operations.web;

import org.jspecify.annotations.NullMarked;
