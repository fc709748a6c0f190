package vn.hoso.reports.files;

import com.openhtmltopdf.util.Diagnostic;
import com.openhtmltopdf.util.XRLogger;
import java.util.logging.Level;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sends what the PDF library has to warn of to the program's own log; it tells of every typeface it reads otherwise. */
final class PdfLog implements XRLogger {

    private static final Logger LOG = LoggerFactory.getLogger(PdfLog.class);

    @Override
    public boolean isLogLevelEnabled(Diagnostic diagnostic) {
        return diagnostic.getLevel().intValue() >= Level.WARNING.intValue();
    }

    @Override
    public void log(Diagnostic diagnostic) {
        // Its text may quote the document.
        LOG.warn("While drawing a PDF: {}", diagnostic.getLogMessageId(), diagnostic.getError());
    }

    @Override
    public void log(String where, Level level, String message) {
        log(where, level, message, null);
    }

    @Override
    public void log(String where, Level level, String message, @Nullable Throwable error) {
        if (level.intValue() >= Level.WARNING.intValue()) {
            LOG.warn("While drawing a PDF: {}", where, error);
        }
    }

    /** The program's own settings decide. */
    @Override
    public void setLevel(String logger, Level level) {}
}
