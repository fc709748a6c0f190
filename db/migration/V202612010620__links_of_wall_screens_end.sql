-- A link of a wall screen opened it until somebody remembered to revoke it. Each has a last day now, which an administrator moves on in time;
-- links from before go on without one, until somebody gives them one.
alter table wall_link add column last_day date;
alter table wall_link add constraint wall_link_last_day check (last_day >= cast(made_at at time zone 'UTC' as date));
comment on column wall_link.last_day is 'Last day on which it shows its screen; null: until it is revoked, as all did before links ended';
comment on table wall_link is 'Links of screens on a wall: whoever holds one sees the district''s few numbers without signing in, until its last day or until it is revoked';
