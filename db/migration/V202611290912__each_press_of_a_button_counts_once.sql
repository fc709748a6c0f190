-- A form's page carries a key of its own. The change that a press makes takes the key in its transaction: whoever presses again,
-- because the answer was lost or slow, is told that it is stored instead of storing it twice.
create table used_form_key (
    key_hash      text        not null,
    content_hash  text        not null,
    user_id       bigint      not null references app_user (id),
    used_at       timestamptz not null,
    answer        text,
    constraint used_form_key_pkey primary key (key_hash, content_hash),
    constraint used_form_key_hashes check (key_hash ~ '^[0-9a-f]{64}$' and content_hash ~ '^[0-9a-f]{64}$'),
    constraint used_form_key_answer check (answer like '/%' and answer not like '//%' and length(answer) <= 2000)
);
create index used_form_key_by_time on used_form_key (used_at);
comment on table used_form_key is 'Forms whose press has changed something, so that the same press changes nothing again; kept for 30 days';
comment on column used_form_key.key_hash is 'SHA-256 of the key in the form, which itself is kept nowhere';
comment on column used_form_key.content_hash is 'SHA-256 of key, user, address and everything typed: another text under the same key is another press';
comment on column used_form_key.user_id is 'Who pressed';
comment on column used_form_key.used_at is 'When the change was made';
comment on column used_form_key.answer is 'The address to which the press led; null if it led to none or the program ended before it answered';
