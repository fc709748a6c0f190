package vn.hoso.imports.web;

import java.util.Objects;
import vn.hoso.imports.ImportFile;
import vn.hoso.shared.Formats;

/** A file whose figures are being stored. */
record ProgressView(long id, String name, String since) {

    static ProgressView of(ImportFile file) {
        return new ProgressView(file.id(), file.name(), Formats.time(Objects.requireNonNull(file.applyingSince())));
    }
}
