/** The report's files: the document after Nghị định 30/2020/NĐ-CP and the workbook of its annex. */
@NullMarked
package vn.hoso.reports.files;

import org.jspecify.annotations.NullMarked;
