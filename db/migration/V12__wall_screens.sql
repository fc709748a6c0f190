-- Screens on a wall, which nobody signs in to: whoever holds a link sees the district's few numbers and nothing else.
-- Only the hash of a link's token is kept; the link itself is shown once.
create table wall_link (
    id              bigint generated always as identity primary key,
    name            text not null constraint wall_link_name check (name is nfc normalized and length(name) between 1 and 120),
    token_hash      text not null constraint wall_link_token_once unique,
    made_by         bigint not null references app_user (id),
    made_by_name    text not null,
    made_at         timestamptz not null,
    revoked_by      bigint references app_user (id),
    revoked_by_name text,
    revoked_at      timestamptz,
    constraint wall_link_revoked check (
        (revoked_at is null) = (revoked_by is null) and (revoked_at is null) = (revoked_by_name is null))
);

-- When a link last showed its screen, apart from the link: it is moved by looking.
create table wall_use (
    link_id         bigint primary key references wall_link (id),
    last_used_at    timestamptz not null
);
