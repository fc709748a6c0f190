@NullMarked
package vn.hoso.reconciliation.web;

import org.jspecify.annotations.NullMarked;
