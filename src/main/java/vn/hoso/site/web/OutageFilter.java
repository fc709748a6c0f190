package vn.hoso.site.web;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import vn.hoso.database.DatabaseOutage;
import vn.hoso.database.RequestWait;

/**
 * Before everything that needs the database, the session included: what fails because the database does not answer becomes a
 * page of its own, and while it is known not to answer nobody gets any further. Files need no database.
 */
@Component
@Order(OutageFilter.BEFORE_THE_SESSION)
class OutageFilter extends OncePerRequestFilter {

    /** After those that read the form, before Spring Session. */
    static final int BEFORE_THE_SESSION = Ordered.HIGHEST_PRECEDENCE + 20;

    private static final String FULL = "53100";

    /** PostgreSQL takes this much room at a time, in bytes. */
    private static final long WRITTEN_AHEAD = 16L << 20;

    private static final Logger LOG = LoggerFactory.getLogger(OutageFilter.class);

    private final DatabaseOutage outage;
    private final ObjectProvider<OutagePage> page;
    private final @Nullable File disk;

    /**
     * The page needs what is made only after the filters.
     *
     * @param address of a database elsewhere, whose disk nobody here sees
     * @param folder of the program's own
     */
    OutageFilter(
            DatabaseOutage outage,
            ObjectProvider<OutagePage> page,
            @Value("${spring.datasource.url:}") String address,
            @Value("${hoso.data-dir}") Path folder) {
        this.outage = outage;
        this.page = page;
        this.disk = address.isEmpty() ? folder.toFile() : null;
    }

    /** The error page asks for its frame and may fail as the page before it did. */
    @Override
    protected boolean shouldNotFilterErrorDispatch() {
        return false;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        // Files need no database. Who watches over the program asks it as well, and waits no longer than others.
        if (outage.isKnown() && !FilesWithoutSession.holds(request)) {
            page.getObject().write(request, response, outage(), request.getDispatcherType() == DispatcherType.ERROR);
            return;
        }
        try (RequestWait waiting = RequestWait.begin(outage)) {
            chain.doFilter(request, response);
        } catch (ServletException | IOException | RuntimeException failed) {
            OutagePage.Kind kind = kind(failed);
            if (kind == null || response.isCommitted()) {
                throw failed;
            }
            LOG.warn("{} {}: {}", request.getMethod(), kind, failed.getClass().getSimpleName());
            if (kind != OutagePage.Kind.BUSY) {
                outage.suspect();
            }
            page.getObject().write(request, response, kind, true);
        }
    }

    private OutagePage.@Nullable Kind kind(Throwable failed) {
        for (Throwable cause = failed; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLTransientConnectionException) {
                return outage();
            }
            if (cause instanceof SQLException refused) {
                return kind(refused.getSQLState());
            }
            if (cause instanceof QueryTimeoutException) {
                return OutagePage.Kind.BUSY;
            }
        }
        return null;
    }

    /** PostgreSQL stops, and does not start again, when it finds no room for what it writes before everything else. */
    private OutagePage.Kind outage() {
        // A folder that is not there has no room either.
        return disk != null && disk.exists() && disk.getUsableSpace() < WRITTEN_AHEAD
                ? OutagePage.Kind.FULL
                : OutagePage.Kind.OUTAGE;
    }

    /** By the state's meaning: PostgreSQL, appendix A. The pool says that a connection is gone without any. */
    private OutagePage.@Nullable Kind kind(@Nullable String state) {
        if (FULL.equals(state)) {
            return OutagePage.Kind.FULL;
        }
        if (state == null || state.startsWith("08") || state.startsWith("57P") || state.startsWith("53")) {
            return outage();
        }
        // A lock not got, a statement cancelled.
        return state.equals("55P03") || state.equals("57014") ? OutagePage.Kind.BUSY : null;
    }
}
