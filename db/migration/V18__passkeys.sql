-- Passkeys: what a person may use at the second step in place of a typed code. Only public keys lie here.
create table passkey (
    id              bigint generated always as identity primary key,
    user_id         bigint not null references app_user (id),
    credential_id   bytea not null constraint passkey_credential unique,
    -- WebAuthn's attested credential data: the kind of authenticator, the credential's id and its public key (COSE).
    credential      bytea not null,
    -- The highest count the authenticator has signed with; 0 for those that do not count.
    counter         bigint not null,
    -- Whether its owner's devices may share it; never changes.
    synced          boolean not null,
    -- The address under which it was made: browsers use it nowhere else.
    host            text not null,
    name            text not null constraint passkey_name check (char_length(name) between 1 and 60),
    created_at      timestamptz not null,
    last_used_at    timestamptz
);
create index passkey_by_person on passkey (user_id);
