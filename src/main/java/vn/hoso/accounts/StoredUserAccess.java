package vn.hoso.accounts;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.hoso.fields.ReturnFields;
import vn.hoso.indicators.Indicators;
import vn.hoso.security.CurrentUser;
import vn.hoso.security.Role;
import vn.hoso.security.SignInStep;
import vn.hoso.security.UserAccess;
import vn.hoso.security.UserAccessLoader;

/**
 * Reads a user as they are now, with the units that are theirs today. Being the first statement of every request, it also tells
 * whether what this copy of the program knows of the return's fields and of indicators still holds.
 */
@Component
class StoredUserAccess implements UserAccessLoader {

    private static final Set<Role> NEED_A_SECOND_FACTOR = Set.of(Role.ADMINISTRATOR, Role.REVIEWER);

    private final JdbcClient jdbc;
    private final AccountSignInSettings settings;
    private final ReturnFields fields;
    private final Indicators indicators;
    private final Clock clock;

    StoredUserAccess(
            JdbcClient jdbc, AccountSignInSettings settings, ReturnFields fields, Indicators indicators, Clock clock) {
        this.jdbc = jdbc;
        this.settings = settings;
        this.fields = fields;
        this.indicators = indicators;
        this.clock = clock;
    }

    private record Row(
            long id,
            String username,
            String displayName,
            Role role,
            Long[] unitIds,
            Long[] standIns,
            boolean secondApprover,
            boolean secondFactor,
            @Nullable OffsetDateTime passwordChangedAt,
            @Nullable String fields,
            @Nullable String indicators) {}

    @Override
    public Optional<UserAccess> byId(long id) {
        return jdbc.sql("""
                        select person.id, person.username, person.display_name, person.role, person.password_changed_at,
                            array(select unit_id from user_unit
                                where user_id = person.id and :today between coalesce(from_day, :today) and coalesce(to_day, :today)
                                ) as unit_ids,
                            array(select unit_id from user_unit
                                where user_id = person.id and :today between coalesce(from_day, :today) and coalesce(to_day, :today)
                                    and to_day is not null
                                ) as stand_ins,
                            person.second_approver,
                            exists (select from second_factor where user_id = person.id and confirmed_at is not null)
                                as second_factor,
                            %s as fields, %s as indicators
                        from app_user person
                        where person.id = :id and person.enabled and person.password_hash is not null
                        """.formatted(ReturnFields.STATE, Indicators.STATE))
                .param("id", id)
                .param("today", LocalDate.now(clock))
                .query((row, number) -> new Row(
                        row.getLong("id"),
                        row.getString("username"),
                        row.getString("display_name"),
                        Role.valueOf(row.getString("role")),
                        (Long[]) row.getArray("unit_ids").getArray(),
                        (Long[]) row.getArray("stand_ins").getArray(),
                        row.getBoolean("second_approver"),
                        row.getBoolean("second_factor"),
                        row.getObject("password_changed_at", OffsetDateTime.class),
                        row.getString("fields"),
                        row.getString("indicators")))
                .optional()
                .map(this::access);
    }

    private UserAccess access(Row row) {
        fields.upTo(row.fields());
        indicators.upTo(row.indicators());
        return new UserAccess(
                new CurrentUser(
                        row.id(),
                        row.username(),
                        row.displayName(),
                        row.role(),
                        Set.of(row.unitIds()),
                        Set.of(row.standIns()),
                        row.secondApprover()),
                owed(row));
    }

    @Override
    public Set<Long> reviewers() {
        return Set.copyOf(jdbc.sql("select id from app_user where role = 'REVIEWER'")
                .query(Long.class)
                .list());
    }

    private List<SignInStep> owed(Row row) {
        List<SignInStep> owed = new ArrayList<>();
        if (row.secondFactor()) {
            owed.add(SignInStep.CODE);
        } else if (settings.secondFactorRequired()
                && (row.secondApprover() || NEED_A_SECOND_FACTOR.contains(row.role()))) {
            owed.add(SignInStep.ENROLMENT);
        }
        if (expired(row.passwordChangedAt())) {
            owed.add(SignInStep.NEW_PASSWORD);
        }
        return owed;
    }

    private boolean expired(@Nullable OffsetDateTime changedAt) {
        return settings.expiryDays() > 0
                && changedAt != null
                && changedAt.plusDays(settings.expiryDays()).isBefore(OffsetDateTime.now(clock));
    }
}
