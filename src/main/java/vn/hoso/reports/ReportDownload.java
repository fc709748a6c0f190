package vn.hoso.reports;

/**
 * A file to hand over.
 *
 * @param plainName its name in plain ASCII, for programs that know no other
 * @param name its name in Vietnamese
 * @param mediaType its kind
 * @param bytes its content
 */
public record ReportDownload(String plainName, String name, String mediaType, byte[] bytes) {}
