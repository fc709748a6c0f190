package vn.hoso.reports.domain;

/**
 * A value that sentences of the report name.
 *
 * @param name what stands in braces for it, such as "toan_trinh.ty_le"
 * @param value as the report prints it
 * @param meaning what it is
 * @param source where it comes from, in words
 * @param page the page that shows its origin
 */
public record Figure(String name, String value, String meaning, String source, String page) {}
