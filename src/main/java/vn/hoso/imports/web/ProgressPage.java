package vn.hoso.imports.web;

import java.util.Objects;
import vn.hoso.imports.ImportFile;
import vn.hoso.shared.Formats;

/** A file whose figures are being stored. */
record ProgressPage(long id, String name, String since) {

    static ProgressPage of(ImportFile file) {
        return new ProgressPage(file.id(), file.name(), Formats.time(Objects.requireNonNull(file.applyingSince())));
    }
}
