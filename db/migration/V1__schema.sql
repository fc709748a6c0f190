-- The tables of the program, each with its rules, what it holds and why. Rows come from the set-up and from people; those of the
-- demonstration from db/demo.

-- The program takes fifty ids at a time.
create sequence monthly_return_id_seq increment by 50;
-- Every state a return ever had, written with it and never changed.
-- The program takes fifty ids at a time.
create sequence return_revision_id_seq increment by 50;
-- What a unit or the Office says of a unit's month: why the figures are as they are, what happened. A note is never written
-- over: changing or withdrawing it adds a version, and the earlier ones stay to be read.
create sequence unit_note_id_seq;

-- Whose program this is -----------------------------------------------------------------------------------------

-- Installation: whose program this is. One row; names are data so that another district needs no new program.
create table installation (
    id             smallint default 1,
    calendar       text not null,
    demonstration  boolean not null default false,
    constraint installation_pkey primary key (id),
    constraint installation_calendar check (calendar in ('CALENDAR_MONTHS', 'DECREE_09')),
    constraint installation_single check (id = 1)
);
comment on table installation is 'Whose program this is: one row, so that another district needs no other program';
comment on column installation.id is 'Always 1';
comment on column installation.calendar is 'The reporting calendar of months that begin from now on: CALENDAR_MONTHS (1st to last day) or DECREE_09 (15th of the month before to the 14th); a stored month keeps its own days';
comment on column installation.demonstration is 'True where the figures are made up; every page and document then says so';

-- Whose program this is, from which day on: names, levels and letterheads change (a commune becomes a ward, a district ends), and a
-- page, a file or a letter of a period speaks with the organisation of that period. A version holds until the next one begins; what
-- lies before the first one speaks with the first.
-- Calendar months until the set-up says otherwise.
insert into installation (calendar) values ('CALENDAR_MONTHS');

create table organisation_version (
    id                 bigint generated always as identity,
    valid_from         date not null,
    level              text not null,
    level_name         text not null,
    name               text not null,
    agency             text not null,
    superior           text not null,
    place              text not null,
    office             text not null,
    whole              text not null,
    units_below        text,
    letterhead_top     text not null,
    letterhead_bottom  text not null,
    symbol             text not null,
    office_symbol      text not null,
    report_ground      text,
    version            integer not null default 0,
    changed_by_name    text not null,
    changed_at         timestamptz not null,
    constraint organisation_version_pkey primary key (id),
    constraint organisation_version_once unique (valid_from),
    constraint organisation_version_level check (level in ('PROVINCE', 'DISTRICT', 'COMMUNE', 'OTHER'))
);
comment on table organisation_version is 'The organisation whose program this is, dated: its names, its level and what its documents are headed with';
comment on column organisation_version.id is 'Key of the row';
comment on column organisation_version.valid_from is 'First day on which it is called so; until the next version begins, and from ever where it is the first';
comment on column organisation_version.level is 'PROVINCE, DISTRICT (before 01/07/2025), COMMUNE or OTHER for another body';
comment on column organisation_version.level_name is 'The level as sentences name it: tỉnh, thành phố, huyện, xã, phường …';
comment on column organisation_version.name is 'The proper name without the level';
comment on column organisation_version.agency is 'The body that reports, in short: UBND tỉnh Gia Lai';
comment on column organisation_version.superior is 'The body above, to which reports are addressed';
comment on column organisation_version.place is 'The place name before a document''s date';
comment on column organisation_version.office is 'The office that runs the program and receives the units'' answers';
comment on column organisation_version.whole is 'The word for all units together: toàn tỉnh, toàn xã';
comment on column organisation_version.units_below is 'What the administrative units below are called together: xã, phường, đặc khu; null where there are none';
comment on column organisation_version.letterhead_top is 'First line of the letterhead';
comment on column organisation_version.letterhead_bottom is 'Second line of the letterhead';
comment on column organisation_version.symbol is 'The body''s part of a document''s symbol: the UBND of /BC-UBND';
comment on column organisation_version.office_symbol is 'The office''s part of a letter''s symbol: the VP of /UBND-VP';
comment on column organisation_version.report_ground is 'A document that every report of the organisation rests on; null where there is none';
comment on column organisation_version.version is 'Counts changes of this row, so that two editors do not overwrite each other';
comment on column organisation_version.changed_by_name is 'Who said so last; the trail knows more';
comment on column organisation_version.changed_at is 'When they said so';

-- People --------------------------------------------------------------------------------------------------------

create table app_user (
    id                   bigint generated always as identity,
    username             text not null,
    display_name         text not null,
    password_hash        text,
    role                 text not null,
    enabled              boolean not null default true,
    created_at           timestamptz not null,
    version              integer not null default 0,
    password_changed_at  timestamptz,
    constraint app_user_pkey primary key (id),
    constraint app_user_username_once unique (username),
    constraint app_user_display_name check (display_name is nfc normalized and length(display_name) between 1 and 120),
    constraint app_user_role check (role in ('ADMINISTRATOR', 'REVIEWER', 'LEADER', 'REPORT_CLERK', 'UNIT_STAFF')),
    constraint app_user_username check (username = lower(username) and username ~ '^[a-z0-9._-]{3,40}$')
);
comment on table app_user is 'People who sign in, with the one role that says what they may do; nobody is ever deleted';
comment on column app_user.id is 'Key of the row';
comment on column app_user.username is 'What the person types to sign in: lower case, once';
comment on column app_user.display_name is 'The person''s name as pages and the trail show it';
comment on column app_user.password_hash is 'Argon2id hash; null until the person has chosen a password by a one-time link';
comment on column app_user.role is 'ADMINISTRATOR, REVIEWER (the Office), LEADER, REPORT_CLERK or UNIT_STAFF';
comment on column app_user.enabled is 'False: the person may not sign in, and open sessions end';
comment on column app_user.created_at is 'When this happened (created)';
comment on column app_user.version is 'Counts changes of this row, so that two editors do not overwrite each other';
comment on column app_user.password_changed_at is 'Since when the password holds; null without a password';

-- Where a person has signed in from: strangers who lock the account out do not lock out its owner at their usual place.
create table known_address (
    user_id       bigint,
    address       text,
    last_used_at  timestamptz not null,
    constraint known_address_pkey primary key (user_id, address),
    constraint known_address_user_id_fkey foreign key (user_id) references app_user (id)
);
comment on table known_address is 'Where a person has signed in from: strangers who lock an account out do not lock out its owner there';
comment on column known_address.user_id is 'The person';
comment on column known_address.address is 'Network address';
comment on column known_address.last_used_at is 'When this happened (last used)';

-- Only the hash of a link's token is kept; the link itself is shown once.
create table one_time_link (
    id          bigint generated always as identity,
    token_hash  text not null,
    user_id     bigint,
    created_at  timestamptz not null,
    expires_at  timestamptz not null,
    used_at     timestamptz,
    constraint one_time_link_pkey primary key (id),
    constraint one_time_link_token_once unique (token_hash),
    constraint one_time_link_user_id_fkey foreign key (user_id) references app_user (id)
);
comment on table one_time_link is 'Links by which a person chooses a password or the first administrator is made; each works once';
comment on column one_time_link.id is 'Key of the row';
comment on column one_time_link.token_hash is 'SHA-256 of the link''s token; the token itself is shown once and kept nowhere';
comment on column one_time_link.user_id is 'Whose password it sets; null for the link that makes the first administrator';
comment on column one_time_link.created_at is 'When this happened (created)';
comment on column one_time_link.expires_at is 'From then on the link is refused';
comment on column one_time_link.used_at is 'When it was used; null while it still works';

-- Passkeys: what a person may use at the second step in place of a typed code. Only public keys lie here.
create table passkey (
    id             bigint generated always as identity,
    user_id        bigint not null,
    credential_id  bytea not null,
    -- WebAuthn's attested credential data: the kind of authenticator, the credential's id and its public key (COSE).
    credential     bytea not null,
    -- The highest count the authenticator has signed with; 0 for those that do not count.
    counter        bigint not null,
    -- Whether its owner's devices may share it; never changes.
    synced         boolean not null,
    -- The address under which it was made: browsers use it nowhere else.
    host           text not null,
    name           text not null,
    created_at     timestamptz not null,
    last_used_at   timestamptz,
    constraint passkey_pkey primary key (id),
    constraint passkey_credential unique (credential_id),
    constraint passkey_user_id_fkey foreign key (user_id) references app_user (id),
    constraint passkey_name check (char_length(name) between 1 and 60)
);
comment on table passkey is 'Passkeys a person may use at the second step instead of a code; only public keys';
comment on column passkey.id is 'Key of the row';
comment on column passkey.user_id is 'The person';
comment on column passkey.credential_id is 'WebAuthn''s id of the credential';
comment on column passkey.credential is 'WebAuthn''s attested credential data: authenticator, credential id, public key (COSE)';
comment on column passkey.counter is 'The highest count the authenticator has signed with; 0 for those that do not count';
comment on column passkey.synced is 'Whether its owner''s devices may share it; never changes';
comment on column passkey.host is 'The host name under which it was made; browsers use it nowhere else';
comment on column passkey.name is 'What its owner calls it';
comment on column passkey.created_at is 'When this happened (created)';
comment on column passkey.last_used_at is 'When this happened (last used)';
create index passkey_by_person on passkey (user_id);

create table recovery_code (
    user_id    bigint,
    code_hash  text,
    used_at    timestamptz,
    constraint recovery_code_pkey primary key (user_id, code_hash),
    constraint recovery_code_user_id_fkey foreign key (user_id) references app_user (id)
);
comment on table recovery_code is 'Codes that stand in for a lost authenticator app, each once';
comment on column recovery_code.user_id is 'The person';
comment on column recovery_code.code_hash is 'Hash of the code; the code itself is shown once';
comment on column recovery_code.used_at is 'When it was used up; null while it works';

-- The secret of a person's authenticator, encrypted with a key that is not in this database.
create table second_factor (
    user_id       bigint,
    secret        bytea not null,
    created_at    timestamptz not null,
    confirmed_at  timestamptz,
    -- Codes of this 30-second step and of earlier ones are used up.
    last_step     bigint not null default 0,
    constraint second_factor_pkey primary key (user_id),
    constraint second_factor_user_id_fkey foreign key (user_id) references app_user (id)
);
comment on table second_factor is 'The authenticator app of a person';
comment on column second_factor.user_id is 'The person';
comment on column second_factor.secret is 'The app''s secret, encrypted with a key that is not in this database';
comment on column second_factor.created_at is 'When this happened (created)';
comment on column second_factor.confirmed_at is 'When the person proved that the app works; null: not in force';
comment on column second_factor.last_step is 'The 30-second step (Unix time / 30) of the last accepted code; codes of it and of earlier steps are used up';

-- Failed tries, shared by every copy of the program. The subject is a hash: what was typed as a name may be a password.
create table sign_in_throttle (
    kind             text,
    subject          text,
    user_id          bigint,
    failures         integer not null,
    last_failure_at  timestamptz not null,
    locked_until     timestamptz,
    constraint sign_in_throttle_pkey primary key (kind, subject),
    constraint sign_in_throttle_user_id_fkey foreign key (user_id) references app_user (id),
    constraint sign_in_throttle_kind check (kind in ('ACCOUNT', 'ADDRESS', 'PERSON'))
);
comment on table sign_in_throttle is 'Failed sign-ins, counted by every copy of the program, and until when one has to wait';
comment on column sign_in_throttle.kind is 'What is counted: ACCOUNT (a typed name), ADDRESS (a network address) or PERSON (second steps)';
comment on column sign_in_throttle.subject is 'Hash of the name, address or person: what was typed as a name may be a password';
comment on column sign_in_throttle.user_id is 'The person';
comment on column sign_in_throttle.failures is 'Failures since the last success';
comment on column sign_in_throttle.last_failure_at is 'When the last of them happened';
comment on column sign_in_throttle.locked_until is 'Tries before this moment are refused; null: none is';
create index sign_in_throttle_by_age on sign_in_throttle (last_failure_at);
create index sign_in_throttle_by_person on sign_in_throttle (user_id);

-- Spring Session's own tables, as its PostgreSQL schema has them.
create table spring_session (
    primary_id             character(36),
    session_id             character(36) not null,
    creation_time          bigint not null,
    last_access_time       bigint not null,
    max_inactive_interval  integer not null,
    expiry_time            bigint not null,
    principal_name         varchar(100),
    constraint spring_session_pk primary key (primary_id)
);
comment on table spring_session is 'Sessions of signed-in people: Spring Session''s own table, times in milliseconds since 1970';
comment on column spring_session.primary_id is 'Key of the row, kept when the session''s id changes';
comment on column spring_session.session_id is 'What the cookie carries, changed at each sign-in';
comment on column spring_session.creation_time is 'Begin, in milliseconds since 1970';
comment on column spring_session.last_access_time is 'Last request, in milliseconds since 1970';
comment on column spring_session.max_inactive_interval is 'Seconds without a request after which the session ends';
comment on column spring_session.expiry_time is 'When it ends without a further request, in milliseconds since 1970';
comment on column spring_session.principal_name is 'Name of the signed-in person; null before the sign-in';
create unique index spring_session_ix1 on spring_session (session_id);
create index spring_session_ix2 on spring_session (expiry_time);
create index spring_session_ix3 on spring_session (principal_name);

create table spring_session_attributes (
    session_primary_id  character(36),
    attribute_name      varchar(200),
    attribute_bytes     bytea not null,
    constraint spring_session_attributes_pk primary key (session_primary_id, attribute_name),
    constraint spring_session_attributes_fk foreign key (session_primary_id) references spring_session (primary_id) on delete cascade
);
comment on table spring_session_attributes is 'What the program remembers within a session: Spring Session''s own table';
comment on column spring_session_attributes.session_primary_id is 'The session';
comment on column spring_session_attributes.attribute_name is 'Name of the remembered value';
comment on column spring_session_attributes.attribute_bytes is 'The value, serialised by Java';

-- Units ---------------------------------------------------------------------------------------------------------

-- Codes and names change hands (21952 means another unit after 01/7/2025), so a unit is only its own id.
create table unit (
    id    bigint generated always as identity,
    kind  text not null,
    constraint unit_pkey primary key (id),
    constraint unit_kind check (kind in ('TOWNSHIP', 'COMMUNE', 'DISTRICT_OFFICE'))
);
comment on table unit is 'Units that report, by an id of the product''s own: codes and names change hands (21952 means another unit after 01/07/2025)';
comment on column unit.id is 'Key of the row';
comment on column unit.kind is 'TOWNSHIP, COMMUNE or DISTRICT_OFFICE';

-- Where a unit is reminded, and what it was sent: each stage of a month once, whichever copy of the program sends.
create table unit_contact (
    unit_id     bigint,
    email       text not null,
    changed_by  bigint not null,
    changed_at  timestamptz not null,
    constraint unit_contact_pkey primary key (unit_id),
    constraint unit_contact_changed_by_fkey foreign key (changed_by) references app_user (id),
    constraint unit_contact_unit_id_fkey foreign key (unit_id) references unit (id),
    constraint unit_contact_email check (email ~ '^[^@[:space:]]{1,64}@[^@[:space:]]{1,189}$')
);
comment on table unit_contact is 'Where a unit is reminded by e-mail';
comment on column unit_contact.unit_id is 'The unit';
comment on column unit_contact.email is 'E-mail address';
comment on column unit_contact.changed_by is 'Account of the person who did this (changed); null: the program itself';
comment on column unit_contact.changed_at is 'When this happened (changed)';

create table unit_note (
    id               bigint,
    version          integer,
    unit_id          bigint not null,
    month            date not null,
    kind             text not null,
    text             text not null,
    for_report       boolean not null,
    withdrawn        boolean not null,
    written_by       bigint not null,
    written_by_name  text not null,
    written_at       timestamptz not null,
    constraint unit_note_pkey primary key (id, version),
    constraint unit_note_unit_id_fkey foreign key (unit_id) references unit (id),
    constraint unit_note_written_by_fkey foreign key (written_by) references app_user (id),
    constraint unit_note_kind check (kind in ('EXPLANATION', 'EVENT', 'OTHER')),
    constraint unit_note_month check (extract(day from month) = 1),
    constraint unit_note_text check (text is nfc normalized and length(text) between 1 and 5000),
    constraint unit_note_version check (version >= 1)
);
comment on table unit_note is 'Why a unit''s month is as it is. Never written over: changing or withdrawing a note adds a version';
comment on column unit_note.id is 'The note; the same for all its versions';
comment on column unit_note.version is 'Number of the version, from 1 on; the highest is in force';
comment on column unit_note.unit_id is 'The unit';
comment on column unit_note.month is 'First day of the month';
comment on column unit_note.kind is 'EXPLANATION, EVENT or OTHER';
comment on column unit_note.text is 'The words';
comment on column unit_note.for_report is 'Offered to the report';
comment on column unit_note.withdrawn is 'This version takes the note back';
comment on column unit_note.written_by is 'Account of the person who did this (written); null: the program itself';
comment on column unit_note.written_by_name is 'Name of that person at the time';
comment on column unit_note.written_at is 'When this happened (written)';
create index unit_note_by_month on unit_note (month);
create index unit_note_by_unit on unit_note (unit_id, month);

create table unit_version (
    id       bigint generated always as identity,
    unit_id  bigint not null,
    code     text not null,
    name     text not null,
    valid    daterange not null,
    constraint unit_version_pkey primary key (id),
    constraint unit_version_unit_id_fkey foreign key (unit_id) references unit (id),
    -- A one-point int8range stands for equality, which plain GiST offers only with an extension.
    constraint unit_version_one_at_a_time exclude using gist (int8range(unit_id, unit_id, '[]') with &&, valid with &&),
    constraint unit_version_code check (code ~ '^[A-Z0-9-]{1,20}$'),
    constraint unit_version_name check (name is nfc normalized and length(name) between 1 and 200),
    constraint unit_version_valid check (not isempty(valid))
);
comment on table unit_version is 'Code and name of a unit during a time; one at a time for each unit';
comment on column unit_version.id is 'Key of the row';
comment on column unit_version.unit_id is 'The unit';
comment on column unit_version.code is 'Official code of the General Statistics Office, or the product''s own for offices';
comment on column unit_version.name is 'Full name, composed Unicode (NFC)';
comment on column unit_version.valid is 'Days in which code and name hold';
create index unit_version_by_unit on unit_version (unit_id);

create table user_unit (
    user_id   bigint,
    unit_id   bigint,
    -- A stand-in's assignment has a first and a last day, both counted; an assignment without days holds until it is taken away.
    from_day  date,
    to_day    date,
    constraint user_unit_pkey primary key (user_id, unit_id),
    constraint user_unit_unit_id_fkey foreign key (unit_id) references unit (id),
    constraint user_unit_user_id_fkey foreign key (user_id) references app_user (id),
    constraint user_unit_days check (from_day <= to_day)
);
comment on table user_unit is 'Which units'' figures a person enters; the days bound a stand-in''s time';
comment on column user_unit.user_id is 'The person';
comment on column user_unit.unit_id is 'The unit';
comment on column user_unit.from_day is 'First day, counted; null: from the beginning';
comment on column user_unit.to_day is 'Last day, counted; null: until taken away';

-- Months and returns --------------------------------------------------------------------------------------------

-- By which day of the next month figures are in time, from which month on. Nothing here is changed: a new day is a new row for
-- later months, so who was late under the old one stays late, and nobody else becomes late.
create table deadline_setting (
    id                bigint generated always as identity,
    valid_from_month  date not null,
    day               smallint not null,
    set_by            bigint,
    set_by_name       text not null,
    set_at            timestamptz not null,
    constraint deadline_setting_pkey primary key (id),
    constraint deadline_setting_set_by_fkey foreign key (set_by) references app_user (id),
    constraint deadline_setting_day check (day between 1 and 28),
    constraint deadline_setting_month check (extract(day from valid_from_month) = 1)
);
comment on table deadline_setting is 'By which day of the next month figures are in time, from which month on. Never changed: a new day is a new row for later months';
comment on column deadline_setting.id is 'Key of the row';
comment on column deadline_setting.valid_from_month is 'First month for which the day holds';
comment on column deadline_setting.day is 'Day of the next month, 1 to 28, itself in time';
comment on column deadline_setting.set_by is 'null where the program''s own configuration said so';
comment on column deadline_setting.set_by_name is 'Who set it, or the configuration';
comment on column deadline_setting.set_at is 'When this happened (set)';

-- Files that people brought, kept as they came. One that changed no figure goes after seven days.
create table import_file (
    id                bigint generated always as identity,
    sha256            text not null,
    name              text not null,
    bytes             bytea not null,
    uploaded_by       bigint not null,
    uploaded_by_name  text not null,
    uploaded_at       timestamptz not null,
    month             date,
    sheet             text,
    applied_at        timestamptz,
    units_changed     integer,
    -- While many figures are stored, and why that stopped.
    applying_since    timestamptz,
    outcome           text,
    constraint import_file_pkey primary key (id),
    constraint import_file_uploaded_by_fkey foreign key (uploaded_by) references app_user (id),
    constraint import_file_bytes check (octet_length(bytes) between 1 and 10485760),
    constraint import_file_first_day check (extract(day from month) = 1),
    constraint import_file_name check (name is nfc normalized and length(name) between 1 and 200),
    constraint import_file_sha256 check (sha256 ~ '^[0-9a-f]{64}$')
);
comment on table import_file is 'Files that people brought, kept as they came; one that changed no figure goes after seven days';
comment on column import_file.id is 'Key of the row';
comment on column import_file.sha256 is 'SHA-256 of the content, hexadecimal';
comment on column import_file.name is 'The file''s name as it came';
comment on column import_file.bytes is 'The file, at most 10 MiB';
comment on column import_file.uploaded_by is 'Account of the person who did this (uploaded); null: the program itself';
comment on column import_file.uploaded_by_name is 'Name of that person at the time';
comment on column import_file.uploaded_at is 'When this happened (uploaded)';
comment on column import_file.month is 'The month a person chose for the whole file; null: each sheet has its own';
comment on column import_file.sheet is 'The sheet the figures were taken from, for files of one sheet';
comment on column import_file.applied_at is 'When its figures were stored; null while they are not';
comment on column import_file.units_changed is 'How many units'' figures it changed; null while none is stored';
comment on column import_file.applying_since is 'Since when its figures are being stored; null: they are not';
comment on column import_file.outcome is 'Why storing stopped; null: it did not';
create index import_file_by_time on import_file (uploaded_at desc, id desc);

-- District-year totals taken from a document, without a breakdown.
create table published_year (
    year                   integer,
    full_process_received  bigint not null,
    full_process_online    bigint not null,
    partial_received       bigint not null,
    partial_online         bigint not null,
    dossiers_received      bigint not null,
    online_reported        bigint not null,
    source                 text not null,
    note                   text,
    -- A published year keeps the days its document names, whatever calendar the office reports by later.
    first_day              date not null,
    last_day               date not null,
    constraint published_year_pkey primary key (year),
    constraint published_year_counts check (
        full_process_online between 0 and full_process_received and partial_online between 0 and partial_received
        and full_process_received + partial_received <= dossiers_received and online_reported between 0 and dossiers_received),
    constraint published_year_days check (first_day <= last_day),
    constraint published_year_range check (year between 2000 and 2100)
);
comment on table published_year is 'A year''s totals of the district taken from a document, without a breakdown by unit or month';
comment on column published_year.year is 'Calendar year';
comment on column published_year.full_process_received is 'Dossiers received for full-process procedures, every channel; null: not reported';
comment on column published_year.full_process_online is 'Of full_process_received, submitted online';
comment on column published_year.partial_received is 'Dossiers received for partial procedures, every channel; null: not reported';
comment on column published_year.partial_online is 'Of partial_received, submitted online';
comment on column published_year.dossiers_received is 'All dossiers received, those of procedures not offered online included; null: not reported';
comment on column published_year.online_reported is 'All online dossiers as the source system reports them; null: it reports none, and the two parts are added';
comment on column published_year.source is 'The document, as pages cite it';
comment on column published_year.note is 'What to know about the figures';
comment on column published_year.first_day is 'First day the document counts';
comment on column published_year.last_day is 'Last day the document counts';

create table reminder_sent (
    id       bigint generated always as identity,
    unit_id  bigint not null,
    month    date not null,
    stage    text not null,
    sent_on  date not null,
    sent_at  timestamptz not null,
    email    text not null,
    constraint reminder_sent_pkey primary key (id),
    constraint reminder_sent_unit_id_fkey foreign key (unit_id) references unit (id),
    constraint reminder_sent_month check (extract(day from month) = 1),
    constraint reminder_sent_stage check (stage in ('BEFORE', 'ON', 'AFTER', 'BY_HAND'))
);
comment on table reminder_sent is 'Reminders sent to units: each stage of a month once, whichever copy of the program sends; by hand once a day';
comment on column reminder_sent.id is 'Key of the row';
comment on column reminder_sent.unit_id is 'The unit';
comment on column reminder_sent.month is 'First day of the month';
comment on column reminder_sent.stage is 'BEFORE, ON or AFTER the deadline, or BY_HAND';
comment on column reminder_sent.sent_on is 'Day of sending';
comment on column reminder_sent.sent_at is 'When this happened (sent)';
comment on column reminder_sent.email is 'Address it went to';
create unique index reminder_sent_by_hand_once_a_day on reminder_sent (unit_id, month, sent_on) where (stage = 'BY_HAND');
create unique index reminder_sent_once on reminder_sent (unit_id, month, stage) where (stage <> 'BY_HAND');

-- Savers take the month's row FOR SHARE, lockers FOR UPDATE: no save can land after its lock.
create table reporting_month (
    month            date,
    first_day        date not null,
    last_day         date not null,
    state            text not null default 'OPEN',
    changed_by       bigint,
    changed_by_name  text,
    changed_at       timestamptz,
    reason           text,
    reopened_until   date,
    constraint reporting_month_pkey primary key (month),
    constraint reporting_month_changed_by_fkey foreign key (changed_by) references app_user (id),
    constraint reporting_month_days check (first_day <= last_day),
    constraint reporting_month_first_day check (extract(day from month) = 1),
    constraint reporting_month_reason check (reason is nfc normalized and length(reason) between 1 and 1000),
    constraint reporting_month_reopened check (reopened_until is null or (state = 'OPEN' and reason is not null)),
    constraint reporting_month_state check (state in ('OPEN', 'LOCKED'))
);
comment on table reporting_month is 'Months for which units report: their days, and whether their figures may still change. Savers hold the row FOR SHARE, lockers FOR UPDATE, so no save lands after its lock';
comment on column reporting_month.month is 'First day of the month';
comment on column reporting_month.first_day is 'First day counted, by the calendar in force when the month began';
comment on column reporting_month.last_day is 'Last day counted';
comment on column reporting_month.state is 'OPEN or LOCKED';
comment on column reporting_month.changed_by is 'Account of the person who did this (changed); null: the program itself';
comment on column reporting_month.changed_by_name is 'Name of that person at the time';
comment on column reporting_month.changed_at is 'When this happened (changed)';
comment on column reporting_month.reason is 'Why the month was reopened';
comment on column reporting_month.reopened_until is 'Last day of being open again; from the next day on the month counts as locked';

create table monthly_return (
    id                     bigint,
    unit_id                bigint not null,
    month                  date not null,
    full_process_received  integer,
    full_process_online    integer,
    full_process_na        boolean not null default false,
    partial_received       integer,
    partial_online         integer,
    partial_na             boolean not null default false,
    dossiers_received      integer,
    online_reported        integer,
    payable                integer,
    paid_online            integer,
    note                   text,
    status                 text not null,
    source                 text not null,
    version                integer not null,
    changed_by             bigint,
    changed_by_name        text not null,
    changed_at             timestamptz not null,
    -- Only a complete return is added to totals: a missing figure is not a zero.
    complete               boolean generated always as (
        dossiers_received is not null
        and (full_process_na or (full_process_received is not null and full_process_online is not null))
        and (partial_na or (partial_received is not null and partial_online is not null))) stored,
    -- Who typed the figures, apart from who last moved the return on: nobody approves figures they typed themselves.
    entered_by             bigint,
    constraint monthly_return_pkey primary key (id),
    constraint monthly_return_once unique (unit_id, month),
    constraint monthly_return_changed_by_fkey foreign key (changed_by) references app_user (id),
    constraint monthly_return_entered_by_fkey foreign key (entered_by) references app_user (id),
    constraint monthly_return_month_fkey foreign key (month) references reporting_month (month),
    constraint monthly_return_unit_id_fkey foreign key (unit_id) references unit (id),
    constraint monthly_return_counts check (
        coalesce(full_process_received, 0) between 0 and 9999999 and coalesce(full_process_online, 0) between 0 and 9999999
        and coalesce(partial_received, 0) between 0 and 9999999 and coalesce(partial_online, 0) between 0 and 9999999
        and coalesce(dossiers_received, 0) between 0 and 9999999 and coalesce(online_reported, 0) between 0 and 9999999
        and coalesce(payable, 0) between 0 and 9999999 and coalesce(paid_online, 0) between 0 and 9999999),
    constraint monthly_return_eligible check (coalesce(full_process_received, 0) + coalesce(partial_received, 0) <= dossiers_received),
    constraint monthly_return_full_process check (full_process_online <= full_process_received),
    constraint monthly_return_full_process_na check (not full_process_na or (full_process_received is null and full_process_online is null)),
    constraint monthly_return_maker_is_not_approver check (status <> 'APPROVED' or entered_by is null or entered_by is distinct from changed_by),
    constraint monthly_return_note check (note is nfc normalized and length(note) <= 1000),
    constraint monthly_return_online_total check (
        coalesce(online_reported, coalesce(full_process_online, 0) + coalesce(partial_online, 0)) <= dossiers_received),
    constraint monthly_return_partial check (partial_online <= partial_received),
    constraint monthly_return_partial_na check (not partial_na or (partial_received is null and partial_online is null)),
    constraint monthly_return_payment check (paid_online <= payable),
    constraint monthly_return_payment_pair check ((payable is null) = (paid_online is null)),
    constraint monthly_return_source check (source in ('FORM', 'IMPORT', 'DEMONSTRATION', 'CORRECTION')),
    constraint monthly_return_status check (status in ('DRAFT', 'SUBMITTED', 'RETURNED', 'APPROVED'))
);
comment on table monthly_return is 'The figures of a unit''s month as they are now. Missing (null) is not zero; the unit may also have no such procedures (…_na)';
comment on column monthly_return.id is 'Key of the row';
comment on column monthly_return.unit_id is 'The unit';
comment on column monthly_return.month is 'First day of the month';
comment on column monthly_return.full_process_received is 'Dossiers received for full-process procedures, every channel; null: not reported';
comment on column monthly_return.full_process_online is 'Of full_process_received, submitted online';
comment on column monthly_return.full_process_na is 'The unit has no full-process procedures: not applicable, which is neither missing nor 0';
comment on column monthly_return.partial_received is 'Dossiers received for partial procedures, every channel; null: not reported';
comment on column monthly_return.partial_online is 'Of partial_received, submitted online';
comment on column monthly_return.partial_na is 'The unit has no partial procedures: not applicable, which is neither missing nor 0';
comment on column monthly_return.dossiers_received is 'All dossiers received, those of procedures not offered online included; null: not reported';
comment on column monthly_return.online_reported is 'All online dossiers as the source system reports them; null: it reports none, and the two parts are added';
comment on column monthly_return.payable is 'Dossiers with a fee; null: not reported';
comment on column monthly_return.paid_online is 'Of payable, paid online';
comment on column monthly_return.note is 'What the unit says of its figures, such as why online dossiers are unclassified';
comment on column monthly_return.status is 'DRAFT, SUBMITTED, RETURNED (sent back) or APPROVED';
comment on column monthly_return.source is 'How the figures came in: FORM, IMPORT, CORRECTION or DEMONSTRATION';
comment on column monthly_return.version is 'Counts changes; the revision of the same number holds the same figures';
comment on column monthly_return.changed_by is 'Account of the person who did this (changed); null: the program itself';
comment on column monthly_return.changed_by_name is 'Name of that person at the time';
comment on column monthly_return.changed_at is 'When this happened (changed)';
comment on column monthly_return.complete is 'Whether the figures suffice to be added to totals';
comment on column monthly_return.entered_by is 'Who typed the present figures: nobody approves what they typed themselves; null in demonstration data';
create index monthly_return_by_month on monthly_return (month, unit_id);

-- Counts every change of what results are made of, whoever makes it, so that an answer can be given again while nothing changed.
-- A change is seen with the transaction that made it: two readers who count the same see the same figures.
create table results_revision (
    id       bigint generated always as identity,
    changes  bigint not null default 1,
    constraint results_revision_pkey primary key (id),
    constraint results_revision_changes check (changes > 0)
);
comment on table results_revision is 'Counts every change of what results are made of: the sum says whether an answer may be given again';
comment on column results_revision.id is 'Key of the row';
comment on column results_revision.changes is 'How many changes this row stands for';

-- What the reviewer asks the unit to look at: one remark on the whole return (measure null), others on single cells.
-- The version is that of the revision by which the return was sent back.
create table return_remark (
    id            bigint generated always as identity,
    return_id     bigint not null,
    version       integer not null,
    measure       text,
    text          text not null,
    made_by       bigint,
    made_by_name  text not null,
    made_at       timestamptz not null,
    constraint return_remark_pkey primary key (id),
    constraint return_remark_once unique nulls not distinct (return_id, version, measure),
    constraint return_remark_made_by_fkey foreign key (made_by) references app_user (id),
    constraint return_remark_return_id_fkey foreign key (return_id) references monthly_return (id),
    constraint return_remark_measure check (measure in (
                        'FULL_PROCESS_RECEIVED', 'FULL_PROCESS_ONLINE', 'PARTIAL_RECEIVED', 'PARTIAL_ONLINE',
                        'DOSSIERS_RECEIVED', 'ONLINE_REPORTED', 'PAYABLE', 'PAID_ONLINE')),
    constraint return_remark_text check (text is nfc normalized and length(text) between 1 and 1000)
);
comment on table return_remark is 'What a reviewer asks a unit to look at when sending a return back';
comment on column return_remark.id is 'Key of the row';
comment on column return_remark.return_id is 'The monthly return';
comment on column return_remark.version is 'The revision by which the return was sent back';
comment on column return_remark.measure is 'The figure meant; null: the whole return';
comment on column return_remark.text is 'The reviewer''s words';
comment on column return_remark.made_by is 'Account of the person who did this (made); null: the program itself';
comment on column return_remark.made_by_name is 'Name of that person at the time';
comment on column return_remark.made_at is 'When this happened (made)';

-- What a unit answers to a remark before it submits again: once, with the version that carries the answer.
create table return_remark_answer (
    remark_id     bigint,
    version       integer not null,
    text          text not null,
    made_by       bigint,
    made_by_name  text not null,
    made_at       timestamptz not null,
    constraint return_remark_answer_pkey primary key (remark_id),
    constraint return_remark_answer_made_by_fkey foreign key (made_by) references app_user (id),
    constraint return_remark_answer_remark_id_fkey foreign key (remark_id) references return_remark (id),
    constraint return_remark_answer_text check (text is nfc normalized and length(text) between 1 and 1000)
);
comment on table return_remark_answer is 'What the unit answers to a remark before it submits again: once';
comment on column return_remark_answer.remark_id is 'The remark answered';
comment on column return_remark_answer.version is 'The revision that carries the answer';
comment on column return_remark_answer.text is 'The unit''s words';
comment on column return_remark_answer.made_by is 'Account of the person who did this (made); null: the program itself';
comment on column return_remark_answer.made_by_name is 'Name of that person at the time';
comment on column return_remark_answer.made_at is 'When this happened (made)';

create table return_revision (
    id                     bigint,
    return_id              bigint not null,
    version                integer not null,
    full_process_received  integer,
    full_process_online    integer,
    full_process_na        boolean not null,
    partial_received       integer,
    partial_online         integer,
    partial_na             boolean not null,
    dossiers_received      integer,
    online_reported        integer,
    payable                integer,
    paid_online            integer,
    note                   text,
    status                 text not null,
    source                 text not null,
    changed_by             bigint,
    changed_by_name        text not null,
    changed_at             timestamptz not null,
    -- Why a return was sent back; null for changes that need no reason.
    reason                 text,
    -- The cells a file changed are the revisions it is named in.
    import_file_id         bigint,
    import_row             integer,
    -- Approved figures change by a proposal with a reason that another person approves; until then the old ones count.
    -- Each revision says itself whether it counts, by the rule of monthly_return, so that figures can be read as they were known on a day.
    -- "As known" takes of each return the last revision before an instant: return_revision_once (return_id, version) leads there.
    complete               boolean generated always as (
        dossiers_received is not null
        and (full_process_na or (full_process_received is not null and full_process_online is not null))
        and (partial_na or (partial_received is not null and partial_online is not null))) stored,
    -- A file may bring figures of several sheets and months in one act: which sheet each stands in, and what was stored by month.
    import_sheet           text,
    constraint return_revision_pkey primary key (id),
    constraint return_revision_once unique (return_id, version),
    constraint return_revision_changed_by_fkey foreign key (changed_by) references app_user (id),
    constraint return_revision_import_file_id_fkey foreign key (import_file_id) references import_file (id),
    constraint return_revision_return_id_fkey foreign key (return_id) references monthly_return (id),
    constraint return_revision_counts check (COALESCE(full_process_received, 0) >= 0 and COALESCE(full_process_received, 0) <= 9999999 and COALESCE(full_process_online, 0) >= 0 and COALESCE(full_process_online, 0) <= 9999999 and COALESCE(partial_received, 0) >= 0 and COALESCE(partial_received, 0) <= 9999999 and COALESCE(partial_online, 0) >= 0 and COALESCE(partial_online, 0) <= 9999999 and COALESCE(dossiers_received, 0) >= 0 and COALESCE(dossiers_received, 0) <= 9999999 and COALESCE(online_reported, 0) >= 0 and COALESCE(online_reported, 0) <= 9999999 and COALESCE(payable, 0) >= 0 and COALESCE(payable, 0) <= 9999999 and COALESCE(paid_online, 0) >= 0 and COALESCE(paid_online, 0) <= 9999999),
    constraint return_revision_eligible check ((COALESCE(full_process_received, 0) + COALESCE(partial_received, 0)) <= dossiers_received),
    constraint return_revision_full_process check (full_process_online <= full_process_received),
    constraint return_revision_full_process_na check (not full_process_na or full_process_received is null and full_process_online is null),
    constraint return_revision_import_row check (import_row >= 1),
    constraint return_revision_note check ((note is nfc normalized) and length(note) <= 1000),
    constraint return_revision_online_total check (COALESCE(online_reported, COALESCE(full_process_online, 0) + COALESCE(partial_online, 0)) <= dossiers_received),
    constraint return_revision_partial check (partial_online <= partial_received),
    constraint return_revision_partial_na check (not partial_na or partial_received is null and partial_online is null),
    constraint return_revision_payment check (paid_online <= payable),
    constraint return_revision_payment_pair check ((payable is null) = (paid_online is null)),
    constraint return_revision_reason check (reason is nfc normalized and length(reason) between 1 and 1000),
    constraint return_revision_source check (source in ('FORM', 'IMPORT', 'DEMONSTRATION', 'CORRECTION')),
    constraint return_revision_status check (status in ('DRAFT', 'SUBMITTED', 'RETURNED', 'APPROVED'))
);
comment on table return_revision is 'Every state a return ever had, written together with it and never changed. "As known on a day" is read from here';
comment on column return_revision.id is 'Key of the row';
comment on column return_revision.return_id is 'The monthly return';
comment on column return_revision.version is 'Number of the state, from 0 on';
comment on column return_revision.full_process_received is 'Dossiers received for full-process procedures, every channel; null: not reported';
comment on column return_revision.full_process_online is 'Of full_process_received, submitted online';
comment on column return_revision.full_process_na is 'The unit has no full-process procedures: not applicable, which is neither missing nor 0';
comment on column return_revision.partial_received is 'Dossiers received for partial procedures, every channel; null: not reported';
comment on column return_revision.partial_online is 'Of partial_received, submitted online';
comment on column return_revision.partial_na is 'The unit has no partial procedures: not applicable, which is neither missing nor 0';
comment on column return_revision.dossiers_received is 'All dossiers received, those of procedures not offered online included; null: not reported';
comment on column return_revision.online_reported is 'All online dossiers as the source system reports them; null: it reports none, and the two parts are added';
comment on column return_revision.payable is 'Dossiers with a fee; null: not reported';
comment on column return_revision.paid_online is 'Of payable, paid online';
comment on column return_revision.note is 'What the unit says of its figures, such as why online dossiers are unclassified';
comment on column return_revision.status is 'DRAFT, SUBMITTED, RETURNED (sent back) or APPROVED';
comment on column return_revision.source is 'How the figures came in: FORM, IMPORT, CORRECTION or DEMONSTRATION';
comment on column return_revision.changed_by is 'Account of the person who did this (changed); null: the program itself';
comment on column return_revision.changed_by_name is 'Name of that person at the time';
comment on column return_revision.changed_at is 'When this happened (changed)';
comment on column return_revision.reason is 'Why the return was sent back or corrected; null for changes that need no reason';
comment on column return_revision.import_file_id is 'The file that brought these figures; null where none did';
comment on column return_revision.import_row is 'Row of the file''s sheet, counted from 1';
comment on column return_revision.complete is 'Whether the figures suffice to be added to totals';
comment on column return_revision.import_sheet is 'Sheet of the file; null for files with one sheet';
create index return_revision_by_import_file on return_revision (import_file_id) where (import_file_id is not null);

create table return_correction (
    id                     bigint generated always as identity,
    return_id              bigint not null,
    base_version           integer not null,
    full_process_received  integer,
    full_process_online    integer,
    full_process_na        boolean not null,
    partial_received       integer,
    partial_online         integer,
    partial_na             boolean not null,
    dossiers_received      integer not null,
    online_reported        integer,
    payable                integer,
    paid_online            integer,
    note                   text,
    reason                 text not null,
    state                  text not null,
    proposed_by            bigint not null,
    proposed_by_name       text not null,
    proposed_at            timestamptz not null,
    decided_by             bigint,
    decided_by_name        text,
    decided_at             timestamptz,
    remark                 text,
    -- The revision by which the proposal came into force.
    result_version         integer,
    constraint return_correction_pkey primary key (id),
    constraint return_correction_base foreign key (return_id, base_version) references return_revision (return_id, version),
    constraint return_correction_decided_by_fkey foreign key (decided_by) references app_user (id),
    constraint return_correction_proposed_by_fkey foreign key (proposed_by) references app_user (id),
    constraint return_correction_result foreign key (return_id, result_version) references return_revision (return_id, version),
    constraint return_correction_return_id_fkey foreign key (return_id) references monthly_return (id),
    constraint return_correction_counts check (COALESCE(full_process_received, 0) >= 0 and COALESCE(full_process_received, 0) <= 9999999 and COALESCE(full_process_online, 0) >= 0 and COALESCE(full_process_online, 0) <= 9999999 and COALESCE(partial_received, 0) >= 0 and COALESCE(partial_received, 0) <= 9999999 and COALESCE(partial_online, 0) >= 0 and COALESCE(partial_online, 0) <= 9999999 and COALESCE(dossiers_received, 0) >= 0 and COALESCE(dossiers_received, 0) <= 9999999 and COALESCE(online_reported, 0) >= 0 and COALESCE(online_reported, 0) <= 9999999 and COALESCE(payable, 0) >= 0 and COALESCE(payable, 0) <= 9999999 and COALESCE(paid_online, 0) >= 0 and COALESCE(paid_online, 0) <= 9999999),
    constraint return_correction_decided check ((state = 'PROPOSED') = (decided_by is null)
        and (decided_by is null) = (decided_at is null) and (decided_by is null) = (decided_by_name is null)),
    constraint return_correction_eligible check ((COALESCE(full_process_received, 0) + COALESCE(partial_received, 0)) <= dossiers_received),
    constraint return_correction_full_process check (full_process_online <= full_process_received),
    constraint return_correction_full_process_na check (not full_process_na or full_process_received is null and full_process_online is null),
    constraint return_correction_in_force check ((state = 'APPROVED') = (result_version is not null)),
    constraint return_correction_maker_is_not_approver check (state not in ('APPROVED', 'REFUSED') or decided_by <> proposed_by),
    constraint return_correction_note check ((note is nfc normalized) and length(note) <= 1000),
    constraint return_correction_online_total check (COALESCE(online_reported, COALESCE(full_process_online, 0) + COALESCE(partial_online, 0)) <= dossiers_received),
    constraint return_correction_partial check (partial_online <= partial_received),
    constraint return_correction_partial_na check (not partial_na or partial_received is null and partial_online is null),
    constraint return_correction_payment check (paid_online <= payable),
    constraint return_correction_payment_pair check ((payable is null) = (paid_online is null)),
    constraint return_correction_reason check (reason is nfc normalized and length(reason) between 1 and 1000),
    constraint return_correction_refusal_says_why check (state not in ('REFUSED', 'WITHDRAWN') or remark is not null),
    constraint return_correction_remark check (remark is nfc normalized and length(remark) between 1 and 1000),
    constraint return_correction_state check (state in ('PROPOSED', 'APPROVED', 'REFUSED', 'WITHDRAWN')),
    -- Approved figures are whole, and stay so.
    constraint return_correction_whole check (
        (full_process_na or (full_process_received is not null and full_process_online is not null))
        and (partial_na or (partial_received is not null and partial_online is not null)))
);
comment on table return_correction is 'Approved figures change by a proposal that another person decides; what was proposed never changes';
comment on column return_correction.id is 'Key of the row';
comment on column return_correction.return_id is 'The monthly return';
comment on column return_correction.base_version is 'The revision whose figures the proposal would replace';
comment on column return_correction.full_process_received is 'Dossiers received for full-process procedures, every channel; null: not reported';
comment on column return_correction.full_process_online is 'Of full_process_received, submitted online';
comment on column return_correction.full_process_na is 'The unit has no full-process procedures: not applicable, which is neither missing nor 0';
comment on column return_correction.partial_received is 'Dossiers received for partial procedures, every channel; null: not reported';
comment on column return_correction.partial_online is 'Of partial_received, submitted online';
comment on column return_correction.partial_na is 'The unit has no partial procedures: not applicable, which is neither missing nor 0';
comment on column return_correction.dossiers_received is 'All dossiers received, those of procedures not offered online included; null: not reported';
comment on column return_correction.online_reported is 'All online dossiers as the source system reports them; null: it reports none, and the two parts are added';
comment on column return_correction.payable is 'Dossiers with a fee; null: not reported';
comment on column return_correction.paid_online is 'Of payable, paid online';
comment on column return_correction.note is 'What the unit says of its figures, such as why online dossiers are unclassified';
comment on column return_correction.reason is 'Why the figures should change';
comment on column return_correction.state is 'PROPOSED, APPROVED, REFUSED or WITHDRAWN';
comment on column return_correction.proposed_by is 'Account of the person who did this (proposed); null: the program itself';
comment on column return_correction.proposed_by_name is 'Name of that person at the time';
comment on column return_correction.proposed_at is 'When this happened (proposed)';
comment on column return_correction.decided_by is 'Who decided it; never the proposer, except when withdrawing; null while proposed';
comment on column return_correction.decided_by_name is 'Name of that person at the time';
comment on column return_correction.decided_at is 'When this happened (decided)';
comment on column return_correction.remark is 'Why it was refused or withdrawn';
comment on column return_correction.result_version is 'The revision by which it came into force; null unless approved';
create unique index return_correction_by_result on return_correction (return_id, result_version) where (result_version is not null);
create index return_correction_by_return on return_correction (return_id, id);
create unique index return_correction_one_at_a_time on return_correction (return_id) where (state = 'PROPOSED');

-- Imported files ------------------------------------------------------------------------------------------------

-- What a person answered about one file: how its dashes are read, which sheets are meant, of which month a sheet is.
create table import_answer (
    file_id      bigint,
    question     text,
    answer       text not null,
    answered_by  bigint not null,
    answered_at  timestamptz not null,
    constraint import_answer_pkey primary key (file_id, question),
    constraint import_answer_answered_by_fkey foreign key (answered_by) references app_user (id),
    constraint import_answer_file_id_fkey foreign key (file_id) references import_file (id) on delete cascade,
    constraint import_answer_answer check (length(answer) <= 2000),
    constraint import_answer_question check (length(question) between 1 and 400)
);
comment on table import_answer is 'What a person answered about one file: how dashes are read, which sheets are meant, of which month one is';
comment on column import_answer.file_id is 'The file';
comment on column import_answer.question is 'Which question, with the sheet or row it is about';
comment on column import_answer.answer is 'The answer as the program reads it';
comment on column import_answer.answered_by is 'Account of the person who did this (answered); null: the program itself';
comment on column import_answer.answered_at is 'When this happened (answered)';

-- units: how many units' figures of the month the file changed; null while it has changed none.
create table import_file_month (
    file_id  bigint,
    month    date,
    units    integer,
    constraint import_file_month_pkey primary key (file_id, month),
    constraint import_file_month_file_id_fkey foreign key (file_id) references import_file (id) on delete cascade,
    constraint import_file_month_first_day check (extract(day from month) = 1),
    constraint import_file_month_units check (units >= 0)
);
comment on table import_file_month is 'The months of a file';
comment on column import_file_month.file_id is 'The file';
comment on column import_file_month.month is 'First day of the month';
comment on column import_file_month.units is 'How many units'' figures of the month the file changed; null while it has changed none';

-- Where the figures stand in a sheet that the program does not recognise by itself, known again by its heading.
create table sheet_layout (
    signature    text,
    unit_column  integer not null,
    columns      text not null,
    chosen_by    bigint,
    chosen_at    timestamptz not null,
    id           bigint generated always as identity not null,
    sheet        text not null,
    constraint sheet_layout_pkey primary key (signature, chosen_by),
    constraint sheet_layout_id_key unique (id),
    constraint sheet_layout_chosen_by_fkey foreign key (chosen_by) references app_user (id),
    constraint sheet_layout_signature check (signature ~ '^[0-9a-f]{64}$'),
    constraint sheet_layout_unit_column check (unit_column between 1 and 200)
);
comment on table sheet_layout is 'Where the figures stand in a sheet that a person once described; known again by its heading';
comment on column sheet_layout.signature is 'SHA-256 of the whole heading, the words above it and the tab''s name';
comment on column sheet_layout.unit_column is 'Column of the units'' names, from 1 on';
comment on column sheet_layout.columns is 'Which column holds which figure';
comment on column sheet_layout.chosen_by is 'Account of the person who did this (chosen); null: the program itself';
comment on column sheet_layout.chosen_at is 'When this happened (chosen)';
comment on column sheet_layout.id is 'Key of the row';
comment on column sheet_layout.sheet is 'Name of the tab it was described on';

-- What a sheet calls a unit, once a person has said which unit is meant; null: no unit, the row is left out.
-- The Office's answers hold for everybody, a unit's own staff answer for themselves.
create table unit_alias (
    folded     text,
    unit_id    bigint,
    chosen_by  bigint,
    chosen_at  timestamptz not null,
    -- The name as the sheet writes it; null for what was remembered before.
    id         bigint generated always as identity not null,
    written    text,
    constraint unit_alias_pkey primary key (folded, chosen_by),
    constraint unit_alias_id_key unique (id),
    constraint unit_alias_chosen_by_fkey foreign key (chosen_by) references app_user (id),
    constraint unit_alias_unit_id_fkey foreign key (unit_id) references unit (id),
    constraint unit_alias_folded check (length(folded) between 1 and 400)
);
comment on table unit_alias is 'What a sheet calls a unit, once a person has said which unit is meant';
comment on column unit_alias.folded is 'The name without case, diacritics'' position and usual prefixes, as it is compared';
comment on column unit_alias.unit_id is 'The unit meant; null: no unit, rows of this name are left out';
comment on column unit_alias.chosen_by is 'Account of the person who did this (chosen); null: the program itself';
comment on column unit_alias.chosen_at is 'When this happened (chosen)';
comment on column unit_alias.id is 'Key of the row';
comment on column unit_alias.written is 'The name as the sheet writes it; null for what was remembered before version 21 of the schema';

-- Targets -------------------------------------------------------------------------------------------------------

create table legal_instrument (
    id         bigint generated always as identity,
    number     text not null,
    issuer     text not null,
    issued_on  date,
    title      text not null,
    constraint legal_instrument_pkey primary key (id),
    constraint legal_instrument_once unique (number)
);
comment on table legal_instrument is 'Documents that targets rest on';
comment on column legal_instrument.id is 'Key of the row';
comment on column legal_instrument.number is 'Its number, such as 17/NQ-CP';
comment on column legal_instrument.issuer is 'Who issued it';
comment on column legal_instrument.issued_on is 'Its day; null where no source names it';
comment on column legal_instrument.title is 'What it is about, as it says itself';

create table target (
    id          bigint generated always as identity,
    code        text not null,
    label       text not null,
    clause      text,
    indicator   text not null,
    rule        text not null,
    threshold   numeric(7,4),
    scope       text not null,
    aspiration  boolean not null default false,
    valid       daterange not null,
    position    integer not null,
    constraint target_pkey primary key (id),
    constraint target_code_once unique (code, indicator, valid),
    constraint target_indicator check (indicator ~ '^[A-Z]+(_[A-Z]+)*$'),
    constraint target_rule check (rule in ('AT_LEAST', 'MORE_THAN', 'HAS_ARISEN')),
    constraint target_scope check (scope in ('DISTRICT', 'DISTRICT_AND_UNITS', 'EVERY_UNIT')),
    constraint target_threshold check ((rule = 'HAS_ARISEN') = (threshold is null)),
    constraint target_threshold_range check (threshold between 0 and 100),
    constraint target_valid check (not isempty(valid))
);
comment on table target is 'Targets by the time in which they hold: a new year adds rows and changes no old verdict';
comment on column target.id is 'Key of the row';
comment on column target.code is 'Short name, such as NQ17';
comment on column target.label is 'What is asked for, as the document says it';
comment on column target.clause is 'Clause of the document; null: none is named';
comment on column target.indicator is 'The rate that is measured: numerator and denominator';
comment on column target.rule is 'AT_LEAST or MORE_THAN the threshold, or HAS_ARISEN (one online dossier at least)';
comment on column target.threshold is 'Percent, 0 to 100, four decimals, compared exactly; null for HAS_ARISEN';
comment on column target.scope is 'Whose rate: DISTRICT, DISTRICT_AND_UNITS or EVERY_UNIT';
comment on column target.aspiration is 'The plan''s own aim, shown apart from what was imposed';
comment on column target.valid is 'Days in which it holds; chosen by the month measured, not by today';
comment on column target.position is 'Place in lists';

-- What is to be done about a missed target: by whom, until when, and what came of it. Open until somebody closes it with its
-- result; what was asked for never changes.
create table follow_up (
    id              bigint generated always as identity,
    target_id       bigint not null,
    month           date not null,
    unit_id         bigint,
    task            text not null,
    responsible     text not null,
    due             date not null,
    made_by         bigint not null,
    made_by_name    text not null,
    made_at         timestamptz not null,
    state           text not null default 'OPEN',
    result          text,
    closed_by       bigint,
    closed_by_name  text,
    closed_at       timestamptz,
    constraint follow_up_pkey primary key (id),
    constraint follow_up_closed_by_fkey foreign key (closed_by) references app_user (id),
    constraint follow_up_made_by_fkey foreign key (made_by) references app_user (id),
    constraint follow_up_target_id_fkey foreign key (target_id) references target (id),
    constraint follow_up_unit_id_fkey foreign key (unit_id) references unit (id),
    constraint follow_up_closed check ((state = 'CLOSED') = (result is not null) and (result is null) = (closed_by is null)
        and (result is null) = (closed_by_name is null) and (result is null) = (closed_at is null)),
    constraint follow_up_due check (due >= month),
    constraint follow_up_month check (extract(day from month) = 1),
    constraint follow_up_responsible check (responsible is nfc normalized and length(responsible) between 1 and 200),
    constraint follow_up_result check (result is nfc normalized and length(result) between 1 and 1000),
    constraint follow_up_state check (state in ('OPEN', 'CLOSED')),
    constraint follow_up_task check (task is nfc normalized and length(task) between 1 and 1000)
);
comment on table follow_up is 'What is to be done about a missed target, by whom and until when; closed once with its result, never changed otherwise';
comment on column follow_up.id is 'Key of the row';
comment on column follow_up.target_id is 'The target';
comment on column follow_up.month is 'The month whose figures gave rise to it';
comment on column follow_up.unit_id is 'The unit meant; null: the district';
comment on column follow_up.task is 'What is to be done';
comment on column follow_up.responsible is 'Who is to do it';
comment on column follow_up.due is 'Last day';
comment on column follow_up.made_by is 'Account of the person who did this (made); null: the program itself';
comment on column follow_up.made_by_name is 'Name of that person at the time';
comment on column follow_up.made_at is 'When this happened (made)';
comment on column follow_up.state is 'OPEN or CLOSED';
comment on column follow_up.result is 'What came of it; null while open';
comment on column follow_up.closed_by is 'Account of the person who did this (closed); null: the program itself';
comment on column follow_up.closed_by_name is 'Name of that person at the time';
comment on column follow_up.closed_at is 'When this happened (closed)';
create index follow_up_by_unit on follow_up (unit_id);
-- The same press sent twice is one task.
create unique index follow_up_once on follow_up (target_id, month, unit_id, md5(task), md5(responsible), due) nulls not distinct where (state = 'OPEN');
create index follow_up_open on follow_up (due) where (state = 'OPEN');

-- A person's confirmation of a suggested verdict, with the figures it rested on. Rows are added, never changed.
create table target_decision (
    id                    bigint generated always as identity,
    target_id             bigint not null,
    year                  integer not null,
    verdict               text not null,
    note                  text,
    evidence_numerator    bigint,
    evidence_denominator  bigint,
    evidence_to           date,
    decided_by            bigint not null,
    decided_by_name       text not null,
    decided_at            timestamptz not null,
    constraint target_decision_pkey primary key (id),
    constraint target_decision_decided_by_fkey foreign key (decided_by) references app_user (id),
    constraint target_decision_target_id_fkey foreign key (target_id) references target (id),
    constraint target_decision_note check (note is nfc normalized and length(note) <= 1000),
    constraint target_decision_verdict check (verdict in ('MET', 'NOT_MET', 'NOT_ASSESSED')),
    constraint target_decision_year check (year between 2000 and 2100)
);
comment on table target_decision is 'A person''s confirmation of a suggested verdict, with the figures it rested on; the last row counts, none is changed';
comment on column target_decision.id is 'Key of the row';
comment on column target_decision.target_id is 'The target';
comment on column target_decision.year is 'Calendar year of the last day';
comment on column target_decision.verdict is 'MET, NOT_MET or NOT_ASSESSED';
comment on column target_decision.note is 'The person''s words';
comment on column target_decision.evidence_numerator is 'Numerator the person saw';
comment on column target_decision.evidence_denominator is 'Denominator the person saw';
comment on column target_decision.evidence_to is 'Last day of the figures the person saw';
comment on column target_decision.decided_by is 'Account of the person who did this (decided); null: the program itself';
comment on column target_decision.decided_by_name is 'Name of that person at the time';
comment on column target_decision.decided_at is 'When this happened (decided)';
create index target_decision_by_year on target_decision (year, target_id, id);

create table target_instrument (
    target_id      bigint,
    instrument_id  bigint,
    position       integer not null,
    constraint target_instrument_pkey primary key (target_id, instrument_id),
    constraint target_instrument_instrument_id_fkey foreign key (instrument_id) references legal_instrument (id),
    constraint target_instrument_target_id_fkey foreign key (target_id) references target (id)
);
comment on table target_instrument is 'Which documents a target rests on';
comment on column target_instrument.target_id is 'The target';
comment on column target_instrument.instrument_id is 'The document';
comment on column target_instrument.position is 'Place in the citation';

-- One row for each change of a verdict, whichever copy of the program noticed it.
create table verdict_notice (
    id                bigint generated always as identity,
    target_id         bigint not null,
    year              integer not null,
    change            integer not null,
    status_before     text not null,
    status_after      text not null,
    last_day          date not null,
    numerator         bigint,
    denominator       bigint,
    noticed_at        timestamptz not null,
    reported_returns  bigint,
    expected_returns  bigint,
    constraint verdict_notice_pkey primary key (id),
    constraint verdict_notice_once unique (target_id, year, change),
    constraint verdict_notice_target_id_fkey foreign key (target_id) references target (id),
    constraint verdict_notice_after check (status_after in ('MET', 'NOT_MET', 'NOT_ASSESSED', 'NOTHING_ARISEN')),
    constraint verdict_notice_before check (status_before in ('MET', 'NOT_MET', 'NOT_ASSESSED', 'NOTHING_ARISEN')),
    constraint verdict_notice_change check (change >= 1),
    constraint verdict_notice_differs check (status_before <> status_after),
    constraint verdict_notice_returns check (
        (reported_returns is null) = (expected_returns is null)
        and reported_returns >= 0 and reported_returns < expected_returns)
);
comment on table verdict_notice is 'One row for each change of a verdict on the year to date, whichever copy of the program noticed it';
comment on column verdict_notice.id is 'Key of the row';
comment on column verdict_notice.target_id is 'The target';
comment on column verdict_notice.year is 'Calendar year of the last day';
comment on column verdict_notice.change is 'Which change of this target and year, from 1 on';
comment on column verdict_notice.status_before is 'The verdict before';
comment on column verdict_notice.status_after is 'The verdict after';
comment on column verdict_notice.last_day is 'Last day of the figures';
comment on column verdict_notice.numerator is 'Numerator of the rate then; null where there was none';
comment on column verdict_notice.denominator is 'Denominator of the rate then; null where there was none';
comment on column verdict_notice.noticed_at is 'When this happened (noticed)';
comment on column verdict_notice.reported_returns is 'Complete monthly returns it rested on; null: none was missing';
comment on column verdict_notice.expected_returns is 'Monthly returns expected; null: none was missing';

-- The letter about a notice. A try is counted before the letter is handed over: should the program die in between, the letter
-- is given up rather than sent twice.
create table verdict_notice_letter (
    notice_id    bigint,
    state        text not null,
    tries        integer not null default 0,
    next_try_at  timestamptz not null,
    sent_at      timestamptz,
    constraint verdict_notice_letter_pkey primary key (notice_id),
    constraint verdict_notice_letter_notice_id_fkey foreign key (notice_id) references verdict_notice (id),
    constraint verdict_notice_letter_sent check ((state = 'SENT') = (sent_at is not null)),
    constraint verdict_notice_letter_state check (state in ('WAITING', 'SENDING', 'SENT'))
);
comment on table verdict_notice_letter is 'The letter about a notice. A try is counted before the letter is handed over, so none is sent twice';
comment on column verdict_notice_letter.notice_id is 'The notice';
comment on column verdict_notice_letter.state is 'WAITING, SENDING or SENT';
comment on column verdict_notice_letter.tries is 'Tries so far';
comment on column verdict_notice_letter.next_try_at is 'Not before this moment';
comment on column verdict_notice_letter.sent_at is 'When this happened (sent)';
create index verdict_notice_letter_waiting on verdict_notice_letter (next_try_at) where (state = 'WAITING');

-- Who has put a notice away; it is not shown to them again.
create table verdict_notice_read (
    notice_id  bigint,
    user_id    bigint,
    read_at    timestamptz not null,
    constraint verdict_notice_read_pkey primary key (notice_id, user_id),
    constraint verdict_notice_read_notice_id_fkey foreign key (notice_id) references verdict_notice (id),
    constraint verdict_notice_read_user_id_fkey foreign key (user_id) references app_user (id)
);
comment on table verdict_notice_read is 'Who has put a notice away; it is not shown to them again';
comment on column verdict_notice_read.notice_id is 'The notice';
comment on column verdict_notice_read.user_id is 'The person';
comment on column verdict_notice_read.read_at is 'When this happened (read)';

-- How each target's verdict on the year to date was last seen; moved on by comparing, so that a change is noticed once.
create table verdict_seen (
    target_id  bigint,
    year       integer,
    status     text not null,
    -- How many changes were noticed so far.
    changes    integer not null default 0,
    constraint verdict_seen_pkey primary key (target_id, year),
    constraint verdict_seen_target_id_fkey foreign key (target_id) references target (id)
);
comment on table verdict_seen is 'How each target''s verdict on the year to date was last seen, so that a change is noticed once';
comment on column verdict_seen.target_id is 'The target';
comment on column verdict_seen.year is 'Calendar year of the last day';
comment on column verdict_seen.status is 'The verdict last seen';
comment on column verdict_seen.changes is 'How many changes were noticed so far';

-- Reports -------------------------------------------------------------------------------------------------------

-- A report that was issued never changes: what it was made of, its files, and the revisions it counted stay as they were.
create table issued_report (
    id                  bigint generated always as identity,
    year                integer not null,
    last_month          date not null,
    -- The year's report issued before; each is followed once, so the same press sent twice issues one report.
    previous_id         bigint,
    provisional_reason  text,
    -- Results and text as JSON, from which the files can be made again.
    inputs              text not null,
    inputs_sha256       text not null,
    issued_by           bigint not null,
    issued_by_name      text not null,
    issued_at           timestamptz not null,
    span                text not null default 'YEAR',
    -- Why this report takes the place of the one issued before for the same term.
    replacement_reason  text,
    constraint issued_report_pkey primary key (id),
    constraint issued_report_issued_by_fkey foreign key (issued_by) references app_user (id),
    constraint issued_report_previous_id_fkey foreign key (previous_id) references issued_report (id),
    constraint issued_report_inputs_sha256 check (inputs_sha256 ~ '^[0-9a-f]{64}$'),
    constraint issued_report_last_month check (extract(day from last_month) = 1),
    constraint issued_report_provisional_reason check (provisional_reason is nfc normalized and length(provisional_reason) between 1 and 1000),
    constraint issued_report_replacement_reason check (replacement_reason is nfc normalized and length(replacement_reason) between 1 and 1000),
    constraint issued_report_span check (span in ('MONTH', 'QUARTER', 'SIX_MONTHS', 'NINE_MONTHS', 'YEAR')),
    constraint issued_report_year check (year between 2000 and 2100)
);
comment on table issued_report is 'Reports issued for good: what they were made of never changes';
comment on column issued_report.id is 'Key of the row';
comment on column issued_report.year is 'Calendar year of the last day';
comment on column issued_report.last_month is 'First day of the term''s last month';
comment on column issued_report.previous_id is 'The report of the same term issued before; null for the first';
comment on column issued_report.provisional_reason is 'Why it was issued though figures were missing or not approved; null: none were';
comment on column issued_report.inputs is 'Results and text as JSON, from which the files can be made again';
comment on column issued_report.inputs_sha256 is 'SHA-256 of the inputs, hexadecimal';
comment on column issued_report.issued_by is 'Account of the person who did this (issued); null: the program itself';
comment on column issued_report.issued_by_name is 'Name of that person at the time';
comment on column issued_report.issued_at is 'When this happened (issued)';
comment on column issued_report.span is 'Length of the term: MONTH, QUARTER, SIX_MONTHS, NINE_MONTHS or YEAR';
comment on column issued_report.replacement_reason is 'Why it takes the place of the one before';
create unique index issued_report_follows_once on issued_report (year, span, (case when span = 'YEAR' then null::date else last_month end), previous_id) nulls not distinct;

create table issued_report_file (
    report_id   bigint,
    kind        text,
    plain_name  text not null,
    name        text not null,
    media_type  text not null,
    bytes       bytea not null,
    sha256      text not null,
    constraint issued_report_file_pkey primary key (report_id, kind),
    constraint issued_report_file_report_id_fkey foreign key (report_id) references issued_report (id),
    constraint issued_report_file_kind check (kind in ('DOCUMENT', 'PDF', 'ANNEX')),
    constraint issued_report_file_sha256 check (sha256 = encode(sha256(bytes), 'hex'))
);
comment on table issued_report_file is 'The files of an issued report, byte for byte';
comment on column issued_report_file.report_id is 'The issued report';
comment on column issued_report_file.kind is 'DOCUMENT (.docx), PDF or ANNEX (.xlsx)';
comment on column issued_report_file.plain_name is 'File name in plain letters';
comment on column issued_report_file.name is 'File name with diacritics';
comment on column issued_report_file.media_type is 'Media type';
comment on column issued_report_file.bytes is 'The file';
comment on column issued_report_file.sha256 is 'SHA-256 of the file, hexadecimal; checked by the database';

-- The registry enters number and date later, beside the content; a slip is put right by a further entry.
create table issued_report_registration (
    id                  bigint generated always as identity,
    report_id           bigint not null,
    number              text not null,
    signed_on           date not null,
    registered_by       bigint not null,
    registered_by_name  text not null,
    registered_at       timestamptz not null,
    constraint issued_report_registration_pkey primary key (id),
    constraint issued_report_registration_registered_by_fkey foreign key (registered_by) references app_user (id),
    constraint issued_report_registration_report_id_fkey foreign key (report_id) references issued_report (id),
    constraint issued_report_registration_number check (number is nfc normalized and length(number) between 1 and 60)
);
comment on table issued_report_registration is 'Number and date that the registry gave an issued report; a slip is put right by a further row, the last counts';
comment on column issued_report_registration.id is 'Key of the row';
comment on column issued_report_registration.report_id is 'The issued report';
comment on column issued_report_registration.number is 'Number, such as 12/BC-UBND';
comment on column issued_report_registration.signed_on is 'Date of signing';
comment on column issued_report_registration.registered_by is 'Account of the person who did this (registered); null: the program itself';
comment on column issued_report_registration.registered_by_name is 'Name of that person at the time';
comment on column issued_report_registration.registered_at is 'When this happened (registered)';
create index issued_report_registration_by_report on issued_report_registration (report_id, id);

create table issued_report_return (
    report_id  bigint,
    return_id  bigint,
    version    integer not null,
    constraint issued_report_return_pkey primary key (report_id, return_id),
    constraint issued_report_return_report_id_fkey foreign key (report_id) references issued_report (id),
    constraint issued_report_return_revision foreign key (return_id, version) references return_revision (return_id, version)
);
comment on table issued_report_return is 'Which revision of each return an issued report counted, so that later corrections are told of';
comment on column issued_report_return.report_id is 'The issued report';
comment on column issued_report_return.return_id is 'The monthly return';
comment on column issued_report_return.version is 'The revision counted';
create index issued_report_return_by_return on issued_report_return (return_id);

-- The office's own words for parts of its reports; a part without any keeps the wording the program proposes.
-- "lasting" words are also the template of the years after, until one of those has words of its own.
create table report_wording (
    id          bigint generated always as identity,
    year        integer not null,
    part        text not null,
    lasting     boolean not null,
    words       text not null,
    -- What the program proposed when these words were written: if it proposes something else now, the page says so.
    proposal    text not null,
    written_by  bigint not null,
    span        text not null default 'YEAR',
    last_month  date not null,
    constraint report_wording_pkey primary key (id),
    constraint report_wording_once unique (span, last_month, part),
    constraint report_wording_written_by_fkey foreign key (written_by) references app_user (id),
    constraint report_wording_last_month check (extract(day from last_month) = 1 and extract(year from last_month) = year),
    constraint report_wording_lasting check (not lasting or part not in ('RESULTS', 'UNITS', 'SHORTCOMINGS')),
    constraint report_wording_part check (part in
                   ('GROUNDS', 'OPENING', 'RESULTS', 'UNITS', 'SHORTCOMINGS', 'SOLUTIONS', 'CLOSING', 'AUTHORITY', 'RECIPIENTS')),
    constraint report_wording_span check (span in ('MONTH', 'QUARTER', 'SIX_MONTHS', 'NINE_MONTHS', 'YEAR')),
    constraint report_wording_words check (words is nfc normalized and length(words) between 1 and 20000),
    constraint report_wording_year check (year between 2000 and 2999)
);
comment on table report_wording is 'The office''s own words for parts of its reports; a part without any keeps what the program proposes';
comment on column report_wording.id is 'Key of the row';
comment on column report_wording.year is 'Calendar year of the last day';
comment on column report_wording.part is 'Which part of the report';
comment on column report_wording.lasting is 'The words are also the template of later years, until one has its own';
comment on column report_wording.words is 'The words; figures are names in braces that the program fills in';
comment on column report_wording.proposal is 'What the program proposed when these words were written';
comment on column report_wording.written_by is 'Account of the person who did this (written); null: the program itself';
comment on column report_wording.span is 'Length of the term: MONTH, QUARTER, SIX_MONTHS, NINE_MONTHS or YEAR';
comment on column report_wording.last_month is 'First day of the term''s last month';

-- The wall and the trail ----------------------------------------------------------------------------------------

-- How long the chain is and how it ends: rows cut off at the end are missed as well. Whoever adds a row holds this one.
create table audit_chain (
    id      smallint default 1,
    length  bigint not null,
    hash    text not null,
    constraint audit_chain_pkey primary key (id),
    constraint audit_chain_single check (id = 1)
);
comment on table audit_chain is 'How long the trail is and how it ends, so that rows cut off at the end are missed';
comment on column audit_chain.id is 'Always 1';
comment on column audit_chain.length is 'Number of rows';
comment on column audit_chain.hash is 'Hash of the last row';
-- No row yet: the first will follow 64 zeros.
insert into audit_chain (length, hash) values (0, repeat('0', 64));

create table audit_event (
    id             bigint generated always as identity,
    at             timestamptz not null,
    actor_id       bigint,
    actor_name     text not null,
    action         text not null,
    subject        text not null,
    detail         text not null,
    sequence       bigint not null,
    month          date,
    unit_ids       bigint[] not null default '{}',
    changes        jsonb,
    reason         text,
    address        text,
    request_id     text,
    previous_hash  text not null,
    hash           text not null,
    constraint audit_event_pkey primary key (id),
    constraint audit_event_sequence_once unique (sequence),
    constraint audit_event_actor_id_fkey foreign key (actor_id) references app_user (id),
    constraint audit_event_month check (extract(day from month) = 1)
);
comment on table audit_event is 'The trail: who did what, when and from where, in the transaction of the change. Rows only grow in number, and each carries the hash of the row before (decision record 9)';
comment on column audit_event.id is 'Key of the row';
comment on column audit_event.at is 'When';
comment on column audit_event.actor_id is 'Who; null for the program itself and for strangers';
comment on column audit_event.actor_name is 'Their name then';
comment on column audit_event.action is 'What was done, such as return.approved';
comment on column audit_event.subject is 'To what, such as a month or a user name';
comment on column audit_event.detail is 'More, as text';
comment on column audit_event.sequence is 'Place in the chain, from 1 on without a gap';
comment on column audit_event.month is 'First day of the month';
comment on column audit_event.unit_ids is 'Units it is about; empty: none';
comment on column audit_event.changes is 'Values before and after, as JSON';
comment on column audit_event.reason is 'Why, in the person''s words';
comment on column audit_event.address is 'Network address of the request';
comment on column audit_event.request_id is 'Id of the request, also in the log';
comment on column audit_event.previous_hash is 'Hash of the row before; 64 zeros for the first';
comment on column audit_event.hash is 'SHA-256 over all fields and the previous hash, hexadecimal';
create index audit_event_by_action on audit_event (action, sequence);
create index audit_event_by_actor on audit_event (actor_id, sequence);
create index audit_event_by_at on audit_event (at);
create index audit_event_by_month on audit_event (month, sequence) where (month is not null);
create index audit_event_by_unit on audit_event using gin (unit_ids);

-- Screens on a wall, which nobody signs in to: whoever holds a link sees the district's few numbers and nothing else.
-- Only the hash of a link's token is kept; the link itself is shown once.
create table wall_link (
    id               bigint generated always as identity,
    name             text not null,
    token_hash       text not null,
    made_by          bigint not null,
    made_by_name     text not null,
    made_at          timestamptz not null,
    revoked_by       bigint,
    revoked_by_name  text,
    revoked_at       timestamptz,
    constraint wall_link_pkey primary key (id),
    constraint wall_link_token_once unique (token_hash),
    constraint wall_link_made_by_fkey foreign key (made_by) references app_user (id),
    constraint wall_link_revoked_by_fkey foreign key (revoked_by) references app_user (id),
    constraint wall_link_name check (name is nfc normalized and length(name) between 1 and 120),
    constraint wall_link_revoked check (
        (revoked_at is null) = (revoked_by is null) and (revoked_at is null) = (revoked_by_name is null))
);
comment on table wall_link is 'Links of screens on a wall: whoever holds one sees the district''s few numbers without signing in, until it is revoked';
comment on column wall_link.id is 'Key of the row';
comment on column wall_link.name is 'Where the screen hangs';
comment on column wall_link.token_hash is 'SHA-256 of the link''s token; the token itself is shown once and kept nowhere';
comment on column wall_link.made_by is 'Account of the person who did this (made); null: the program itself';
comment on column wall_link.made_by_name is 'Name of that person at the time';
comment on column wall_link.made_at is 'When this happened (made)';
comment on column wall_link.revoked_by is 'Account of the person who did this (revoked); null: the program itself';
comment on column wall_link.revoked_by_name is 'Name of that person at the time';
comment on column wall_link.revoked_at is 'From then on it shows nothing; null while it works';

-- When a link last showed its screen, apart from the link: it is moved by looking.
create table wall_use (
    link_id       bigint,
    last_used_at  timestamptz not null,
    constraint wall_use_pkey primary key (link_id),
    constraint wall_use_link_id_fkey foreign key (link_id) references wall_link (id)
);
comment on table wall_use is 'When a link last showed its screen';
comment on column wall_use.link_id is 'The link';
comment on column wall_use.last_used_at is 'When this happened (last used)';

-- Each field as its length in bytes, a colon and its text, or a dash for null; one field a line.
create function audit_event_field(value text) returns text language sql immutable as $$
    select coalesce(octet_length(convert_to(value, 'UTF8')) || ':' || value, '-') || E'\n'
$$;

create function audit_event_hash(event audit_event) returns text language sql stable as $$
    select encode(sha256(convert_to(
        audit_event_field(event.previous_hash)
        || audit_event_field(event.sequence::text)
        || audit_event_field(to_char(event.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'))
        || audit_event_field(event.actor_id::text)
        || audit_event_field(event.actor_name)
        || audit_event_field(event.action)
        || audit_event_field(event.subject)
        || audit_event_field(event.detail)
        || audit_event_field(to_char(event.month, 'YYYY-MM'))
        || audit_event_field(array_to_string(event.unit_ids, ','))
        || audit_event_field(event.changes::text)
        || audit_event_field(event.reason)
        || audit_event_field(event.address)
        || audit_event_field(event.request_id), 'UTF8')), 'hex')
$$;

-- Runs with the rights of the tables' owner: the program may add a row, but neither choose its place nor its hash.
create function chain_audit_event() returns trigger language plpgsql security definer set search_path from current as $$
declare
    ends audit_chain;
begin
    select * into strict ends from audit_chain for update;
    new.sequence := ends.length + 1;
    new.previous_hash := ends.hash;
    new.hash := audit_event_hash(new);
    update audit_chain set length = new.sequence, hash = new.hash;
    return new;
end $$;

create function count_change() returns trigger language plpgsql as $$
declare
    counted bigint;
begin
    insert into results_revision default values returning id into counted;
    -- Now and then many lines become one; their sum stays. Lines of others that are at it are left to them.
    if counted % 500 = 0 then
        with gone as (
            delete from results_revision
            where id in (select id from results_revision where id <= counted for update skip locked)
            returning changes)
        insert into results_revision (changes) select sum(changes) from gone;
    end if;
    return null;
end $$;

create function follow_up_is_closed_once() returns trigger language plpgsql as $$
begin
    if tg_op = 'DELETE' or old.state <> 'OPEN'
        or (to_jsonb(new) - array['state', 'result', 'closed_by', 'closed_by_name', 'closed_at'])
            <> (to_jsonb(old) - array['state', 'result', 'closed_by', 'closed_by_name', 'closed_at']) then
        raise exception 'follow_up: a task is closed once and never changed' using errcode = 'restrict_violation';
    end if;
    return new;
end $$;

create function refuse_change() returns trigger language plpgsql as $$
begin
    raise exception '% only grows: rows are never changed or removed', tg_table_name using errcode = 'restrict_violation';
end $$;

-- A proposal is decided once; what was proposed never changes.
create function return_correction_is_decided_once() returns trigger language plpgsql as $$
begin
    if tg_op = 'DELETE' or old.state <> 'PROPOSED'
        or (to_jsonb(new) - array['state', 'decided_by', 'decided_by_name', 'decided_at', 'remark', 'result_version'])
            <> (to_jsonb(old) - array['state', 'decided_by', 'decided_by_name', 'decided_at', 'remark', 'result_version']) then
        raise exception 'return_correction: a proposal is decided once and never changed' using errcode = 'restrict_violation';
    end if;
    return new;
end $$;

-- Who only counts the units of a month, or asks for their names, needs no row of "unit": a left join to it, which the foreign
-- key makes the same, is one that PostgreSQL leaves out where none of its columns are asked for.
create function unit_at(at_month date)
    returns table (unit_id bigint, kind text, code text, name text, place integer)
    language sql stable parallel safe as $$
    select v.unit_id, u.kind, v.code, v.name, array_position(array['TOWNSHIP', 'COMMUNE', 'DISTRICT_OFFICE'], u.kind)
    from unit_version v left join unit u on u.id = v.unit_id
    where v.valid @> at_month
$$;

create trigger audit_chain_never_emptied before truncate on audit_chain for each statement execute function refuse_change();
create trigger audit_chain_stays before delete on audit_chain for each row execute function refuse_change();
create trigger audit_event_append_only before delete or update on audit_event for each row execute function refuse_change();
create trigger audit_event_chain before insert on audit_event for each row execute function chain_audit_event();
create trigger audit_event_never_emptied before truncate on audit_event for each statement execute function refuse_change();
create trigger deadline_setting_append_only before delete or update on deadline_setting for each row execute function refuse_change();
create trigger follow_up_closed_once before delete or update on follow_up for each row execute function follow_up_is_closed_once();
create trigger installation_counts_change after insert or delete or update or truncate on installation for each statement execute function count_change();
create trigger issued_report_append_only before delete or update on issued_report for each row execute function refuse_change();
create trigger issued_report_file_append_only before delete or update on issued_report_file for each row execute function refuse_change();
create trigger issued_report_registration_append_only before delete or update on issued_report_registration for each row execute function refuse_change();
create trigger issued_report_return_append_only before delete or update on issued_report_return for each row execute function refuse_change();
create trigger legal_instrument_counts_change after insert or delete or update or truncate on legal_instrument for each statement execute function count_change();
create trigger monthly_return_counts_change after insert or delete or update or truncate on monthly_return for each statement execute function count_change();
-- Results carry the organisation's name, so a change of it counts as a change of what they are made of.
create trigger organisation_version_counts_change after insert or delete or update or truncate on organisation_version for each statement execute function count_change();
create trigger published_year_counts_change after insert or delete or update or truncate on published_year for each statement execute function count_change();
create trigger reporting_month_counts_change after insert or delete or update or truncate on reporting_month for each statement execute function count_change();
create trigger return_correction_decided_once before delete or update on return_correction for each row execute function return_correction_is_decided_once();
create trigger return_remark_append_only before delete or update on return_remark for each row execute function refuse_change();
create trigger return_remark_answer_append_only before delete or update on return_remark_answer for each row execute function refuse_change();
create trigger return_revision_append_only before delete or update on return_revision for each row execute function refuse_change();
create trigger return_revision_counts_change after insert or delete or update or truncate on return_revision for each statement execute function count_change();
create trigger target_counts_change after insert or delete or update or truncate on target for each statement execute function count_change();
create trigger target_decision_append_only before delete or update on target_decision for each row execute function refuse_change();
create trigger target_decision_counts_change after insert or delete or update or truncate on target_decision for each statement execute function count_change();
create trigger target_instrument_counts_change after insert or delete or update or truncate on target_instrument for each statement execute function count_change();
create trigger unit_counts_change after insert or delete or update or truncate on unit for each statement execute function count_change();
create trigger unit_note_append_only before delete or update on unit_note for each row execute function refuse_change();
create trigger unit_note_never_emptied before truncate on unit_note for each statement execute function refuse_change();
create trigger unit_version_counts_change after insert or delete or update or truncate on unit_version for each statement execute function count_change();
create trigger verdict_notice_append_only before delete or update on verdict_notice for each row execute function refuse_change();
