package vn.hoso.imports.web;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where a file is brought, and those brought before.
 *
 * @param months the months that may be chosen, the latest first
 * @param files the latest files
 * @param problem why the last one was not taken, null if none was refused
 */
record ImportsView(
        List<Month> months, List<File> files, @Nullable String problem) {

    /** A month as 10/2024 and as 2024-10. */
    record Month(String label, String address) {}

    /** A file and what became of it. */
    record File(
            long id, String name, String brought, @Nullable String month, String state, String hash) {}
}
