package vn.hoso.database;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.flywaydb.core.api.callback.Callback;
import org.flywaydb.core.api.callback.Context;
import org.flywaydb.core.api.callback.Event;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * After the migrations, gives the role that the program works with what it needs: everything but changing or removing rows of
 * tables that only grow. Which these are is asked of the schema: they carry the trigger that refuses it. Where one role does
 * both, only the triggers stand in the way, and the log says so.
 */
@Component
class ProgramRights implements Callback {

    private static final Logger log = LoggerFactory.getLogger(ProgramRights.class);

    private static final String GRANT = """
            do $$
            declare
                program text := current_setting('hoso.program_role');
                here text := current_schema();
                kept text;
            begin
                -- Two programs may start at once; a table's rights are changed by one at a time.
                perform pg_advisory_xact_lock(hashtext('hoso.program_rights'));
                execute format('grant usage on schema %I to %I', here, program);
                execute format('grant select, insert, update, delete on all tables in schema %I to %I', here, program);
                execute format('grant usage, select on all sequences in schema %I to %I', here, program);
                for kept in
                    select distinct format('%I.%I', here, c.relname)
                    from pg_trigger t join pg_class c on c.oid = t.tgrelid join pg_proc p on p.oid = t.tgfoid
                    where p.proname = 'refuse_change' and c.relnamespace = here::regnamespace
                loop
                    execute format('revoke update, delete on %s from %I', kept, program);
                end loop;
                -- Thousands of dossiers come at once; whoever counts them at once needs the planner to know of them.
                execute format('grant maintain on %I.extract_dossier to %I', here, program);
                execute format('revoke insert on %I.audit_chain from %I', here, program);
                execute format('revoke insert, update, delete on %I.flyway_schema_history from %I', here, program);
            end $$
            """;

    private final DirectConnections connections;

    ProgramRights(DirectConnections connections) {
        this.connections = connections;
    }

    @Override
    public boolean supports(Event event, Context context) {
        return event == Event.AFTER_MIGRATE;
    }

    @Override
    public boolean canHandleInTransaction(Event event, Context context) {
        return true;
    }

    @Override
    public String getCallbackName() {
        return "program-rights";
    }

    @Override
    public void handle(Event event, Context context) {
        try {
            grant(context.getConnection());
        } catch (SQLException e) {
            throw new IllegalStateException("the program's role did not get its rights", e);
        }
    }

    private void grant(Connection owner) throws SQLException {
        String role = connections.programRole();
        if (role.isEmpty() || role.equals(currentUser(owner))) {
            log.warn(
                    "Vai trò {} vừa sở hữu các bảng vừa dùng để chạy chương trình; nhật ký chỉ được bảo vệ bằng trigger và"
                            + " chuỗi băm. Nên đặt spring.flyway.user là một vai trò sở hữu riêng.",
                    role);
            return;
        }
        try (PreparedStatement name = owner.prepareStatement("select set_config('hoso.program_role', ?, false)")) {
            name.setString(1, role);
            name.execute();
        }
        try (Statement statement = owner.createStatement()) {
            statement.execute(GRANT);
        }
    }

    private static String currentUser(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select current_user")) {
            row.next();
            return row.getString(1);
        }
    }
}
