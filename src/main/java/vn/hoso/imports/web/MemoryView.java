package vn.hoso.imports.web;

/**
 * An answer given before that a file is read by.
 *
 * @param kind the kind of answer, as the form sends it
 * @param text what was answered, by whom and when
 * @param what the sheet or name it is about
 * @param withdrawable whether the reader may take it back
 */
record MemoryView(String kind, long id, String text, String what, boolean withdrawable) {}
