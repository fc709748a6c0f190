-- What each table and column holds, for whoever opens the database without the program: psql \d+, a schema browser, a report.
-- A test reads the catalogue and fails where one has no comment. Days and months follow Asia/Ho_Chi_Minh; a month is its first day.

-- Who uses the program -------------------------------------------------------------------------------------------
comment on table installation is 'Whose program this is: one row, so that another district needs no other program';
comment on column installation.id is 'Always 1';
comment on column installation.level_name is 'The level of the administration as reports name it, such as huyện';
comment on column installation.district_name is 'The district''s name without its level';
comment on column installation.province_name is 'The province''s name without its level';
comment on column installation.calendar is 'The reporting calendar of months that begin from now on: CALENDAR_MONTHS (1st to last day) or DECREE_09 (15th of the month before to the 14th); a stored month keeps its own days';
comment on column installation.demonstration is 'True where the figures are made up; every page and document then says so';

comment on table app_user is 'People who sign in, with the one role that says what they may do; nobody is ever deleted';
comment on column app_user.username is 'What the person types to sign in: lower case, once';
comment on column app_user.display_name is 'The person''s name as pages and the trail show it';
comment on column app_user.password_hash is 'Argon2id hash; null until the person has chosen a password by a one-time link';
comment on column app_user.role is 'ADMINISTRATOR, REVIEWER (the Office), LEADER, REPORT_CLERK or UNIT_STAFF';
comment on column app_user.enabled is 'False: the person may not sign in, and open sessions end';
comment on column app_user.version is 'Counts changes of this row, so that two editors do not overwrite each other';
comment on column app_user.password_changed_at is 'Since when the password holds; null without a password';

comment on table user_unit is 'Which units'' figures a person enters; the days bound a stand-in''s time';
comment on column user_unit.from_day is 'First day, counted; null: from the beginning';
comment on column user_unit.to_day is 'Last day, counted; null: until taken away';

comment on table one_time_link is 'Links by which a person chooses a password or the first administrator is made; each works once';
comment on column one_time_link.token_hash is 'SHA-256 of the link''s token; the token itself is shown once and kept nowhere';
comment on column one_time_link.user_id is 'Whose password it sets; null for the link that makes the first administrator';
comment on column one_time_link.expires_at is 'From then on the link is refused';
comment on column one_time_link.used_at is 'When it was used; null while it still works';

comment on table second_factor is 'The authenticator app of a person';
comment on column second_factor.secret is 'The app''s secret, encrypted with a key that is not in this database';
comment on column second_factor.confirmed_at is 'When the person proved that the app works; null: not in force';
comment on column second_factor.last_step is 'The 30-second step (Unix time / 30) of the last accepted code; codes of it and of earlier steps are used up';
comment on table recovery_code is 'Codes that stand in for a lost authenticator app, each once';
comment on column recovery_code.code_hash is 'Hash of the code; the code itself is shown once';
comment on column recovery_code.used_at is 'When it was used up; null while it works';
comment on table passkey is 'Passkeys a person may use at the second step instead of a code; only public keys';
comment on column passkey.credential_id is 'WebAuthn''s id of the credential';
comment on column passkey.credential is 'WebAuthn''s attested credential data: authenticator, credential id, public key (COSE)';
comment on column passkey.counter is 'The highest count the authenticator has signed with; 0 for those that do not count';
comment on column passkey.synced is 'Whether its owner''s devices may share it; never changes';
comment on column passkey.host is 'The host name under which it was made; browsers use it nowhere else';
comment on column passkey.name is 'What its owner calls it';
comment on table sign_in_throttle is 'Failed sign-ins, counted by every copy of the program, and until when one has to wait';
comment on column sign_in_throttle.kind is 'What is counted: ACCOUNT (a typed name), ADDRESS (a network address) or PERSON (second steps)';
comment on column sign_in_throttle.subject is 'Hash of the name, address or person: what was typed as a name may be a password';
comment on column sign_in_throttle.failures is 'Failures since the last success';
comment on column sign_in_throttle.last_failure_at is 'When the last of them happened';
comment on column sign_in_throttle.locked_until is 'Tries before this moment are refused; null: none is';
comment on table known_address is 'Where a person has signed in from: strangers who lock an account out do not lock out its owner there';
comment on column known_address.address is 'Network address';
comment on table spring_session is 'Sessions of signed-in people: Spring Session''s own table, times in milliseconds since 1970';
comment on column spring_session.primary_id is 'Key of the row, kept when the session''s id changes';
comment on column spring_session.session_id is 'What the cookie carries, changed at each sign-in';
comment on column spring_session.creation_time is 'Begin, in milliseconds since 1970';
comment on column spring_session.last_access_time is 'Last request, in milliseconds since 1970';
comment on column spring_session.max_inactive_interval is 'Seconds without a request after which the session ends';
comment on column spring_session.expiry_time is 'When it ends without a further request, in milliseconds since 1970';
comment on column spring_session.principal_name is 'Name of the signed-in person; null before the sign-in';
comment on table spring_session_attributes is 'What the program remembers within a session: Spring Session''s own table';
comment on column spring_session_attributes.session_primary_id is 'The session';
comment on column spring_session_attributes.attribute_name is 'Name of the remembered value';
comment on column spring_session_attributes.attribute_bytes is 'The value, serialised by Java';

-- Units ----------------------------------------------------------------------------------------------------------
comment on table unit is 'Units that report, by an id of the product''s own: codes and names change hands (21952 means another unit after 01/07/2025)';
comment on column unit.kind is 'TOWNSHIP, COMMUNE or DISTRICT_OFFICE';
comment on table unit_version is 'Code and name of a unit during a time; one at a time for each unit';
comment on column unit_version.code is 'Official code of the General Statistics Office, or the product''s own for offices';
comment on column unit_version.name is 'Full name, composed Unicode (NFC)';
comment on column unit_version.valid is 'Days in which code and name hold';
comment on table unit_contact is 'Where a unit is reminded by e-mail';
comment on column unit_contact.email is 'E-mail address';
comment on table unit_alias is 'What a sheet calls a unit, once a person has said which unit is meant';
comment on column unit_alias.folded is 'The name without case, diacritics'' position and usual prefixes, as it is compared';
comment on column unit_alias.unit_id is 'The unit meant; null: no unit, rows of this name are left out';
comment on column unit_alias.written is 'The name as the sheet writes it; null for what was remembered before version 21 of the schema';

-- Monthly figures ------------------------------------------------------------------------------------------------
comment on table reporting_month is 'Months for which units report: their days, and whether their figures may still change. Savers hold the row FOR SHARE, lockers FOR UPDATE, so no save lands after its lock';
comment on column reporting_month.month is 'First day of the month';
comment on column reporting_month.first_day is 'First day counted, by the calendar in force when the month began';
comment on column reporting_month.last_day is 'Last day counted';
comment on column reporting_month.state is 'OPEN or LOCKED';
comment on column reporting_month.reason is 'Why the month was reopened';
comment on column reporting_month.reopened_until is 'Last day of being open again; from the next day on the month counts as locked';

comment on table monthly_return is 'The figures of a unit''s month as they are now. Missing (null) is not zero; the unit may also have no such procedures (…_na)';
comment on column monthly_return.entered_by is 'Who typed the present figures: nobody approves what they typed themselves; null in demonstration data';
comment on column monthly_return.version is 'Counts changes; the revision of the same number holds the same figures';
comment on table return_revision is 'Every state a return ever had, written together with it and never changed. "As known on a day" is read from here';
comment on column return_revision.version is 'Number of the state, from 0 on';
comment on column return_revision.reason is 'Why the return was sent back or corrected; null for changes that need no reason';
comment on column return_revision.import_file_id is 'The file that brought these figures; null where none did';
comment on column return_revision.import_row is 'Row of the file''s sheet, counted from 1';
comment on column return_revision.import_sheet is 'Sheet of the file; null for files with one sheet';
comment on table return_correction is 'Approved figures change by a proposal that another person decides; what was proposed never changes';
comment on column return_correction.base_version is 'The revision whose figures the proposal would replace';
comment on column return_correction.reason is 'Why the figures should change';
comment on column return_correction.state is 'PROPOSED, APPROVED, REFUSED or WITHDRAWN';
comment on column return_correction.decided_by is 'Who decided it; never the proposer, except when withdrawing; null while proposed';
comment on column return_correction.remark is 'Why it was refused or withdrawn';
comment on column return_correction.result_version is 'The revision by which it came into force; null unless approved';
comment on table return_remark is 'What a reviewer asks a unit to look at when sending a return back';
comment on column return_remark.version is 'The revision by which the return was sent back';
comment on column return_remark.measure is 'The figure meant; null: the whole return';
comment on column return_remark.text is 'The reviewer''s words';
comment on table return_remark_answer is 'What the unit answers to a remark before it submits again: once';
comment on column return_remark_answer.remark_id is 'The remark answered';
comment on column return_remark_answer.version is 'The revision that carries the answer';
comment on column return_remark_answer.text is 'The unit''s words';
comment on table published_year is 'A year''s totals of the district taken from a document, without a breakdown by unit or month';
comment on column published_year.year is 'Calendar year';
comment on column published_year.source is 'The document, as pages cite it';
comment on column published_year.note is 'What to know about the figures';
comment on column published_year.first_day is 'First day the document counts';
comment on column published_year.last_day is 'Last day the document counts';
comment on table deadline_setting is 'By which day of the next month figures are in time, from which month on. Never changed: a new day is a new row for later months';
comment on column deadline_setting.valid_from_month is 'First month for which the day holds';
comment on column deadline_setting.day is 'Day of the next month, 1 to 28, itself in time';
comment on column deadline_setting.set_by_name is 'Who set it, or the configuration';
comment on table unit_note is 'Why a unit''s month is as it is. Never written over: changing or withdrawing a note adds a version';
comment on column unit_note.id is 'The note; the same for all its versions';
comment on column unit_note.version is 'Number of the version, from 1 on; the highest is in force';
comment on column unit_note.kind is 'EXPLANATION, EVENT or OTHER';
comment on column unit_note.text is 'The words';
comment on column unit_note.for_report is 'Offered to the report';
comment on column unit_note.withdrawn is 'This version takes the note back';
comment on table reminder_sent is 'Reminders sent to units: each stage of a month once, whichever copy of the program sends; by hand once a day';
comment on column reminder_sent.stage is 'BEFORE, ON or AFTER the deadline, or BY_HAND';
comment on column reminder_sent.sent_on is 'Day of sending';
comment on column reminder_sent.email is 'Address it went to';

-- Imported files -------------------------------------------------------------------------------------------------
comment on table import_file is 'Files that people brought, kept as they came; one that changed no figure goes after seven days';
comment on column import_file.sha256 is 'SHA-256 of the content, hexadecimal';
comment on column import_file.name is 'The file''s name as it came';
comment on column import_file.bytes is 'The file, at most 10 MiB';
comment on column import_file.month is 'The month a person chose for the whole file; null: each sheet has its own';
comment on column import_file.sheet is 'The sheet the figures were taken from, for files of one sheet';
comment on column import_file.applied_at is 'When its figures were stored; null while they are not';
comment on column import_file.units_changed is 'How many units'' figures it changed; null while none is stored';
comment on column import_file.applying_since is 'Since when its figures are being stored; null: they are not';
comment on column import_file.outcome is 'Why storing stopped; null: it did not';
comment on table import_file_month is 'The months of a file';
comment on column import_file_month.units is 'How many units'' figures of the month the file changed; null while it has changed none';
comment on table import_answer is 'What a person answered about one file: how dashes are read, which sheets are meant, of which month one is';
comment on column import_answer.question is 'Which question, with the sheet or row it is about';
comment on column import_answer.answer is 'The answer as the program reads it';
comment on table sheet_layout is 'Where the figures stand in a sheet that a person once described; known again by its heading';
comment on column sheet_layout.signature is 'SHA-256 of the whole heading, the words above it and the tab''s name';
comment on column sheet_layout.unit_column is 'Column of the units'' names, from 1 on';
comment on column sheet_layout.columns is 'Which column holds which figure';
comment on column sheet_layout.sheet is 'Name of the tab it was described on';

-- Targets and what follows from them -------------------------------------------------------------------------------
comment on table legal_instrument is 'Documents that targets rest on';
comment on column legal_instrument.number is 'Its number, such as 17/NQ-CP';
comment on column legal_instrument.issuer is 'Who issued it';
comment on column legal_instrument.issued_on is 'Its day; null where no source names it';
comment on column legal_instrument.title is 'What it is about, as it says itself';
comment on table target is 'Targets by the time in which they hold: a new year adds rows and changes no old verdict';
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
comment on table target_instrument is 'Which documents a target rests on';
comment on column target_instrument.instrument_id is 'The document';
comment on column target_instrument.position is 'Place in the citation';
comment on table target_decision is 'A person''s confirmation of a suggested verdict, with the figures it rested on; the last row counts, none is changed';
comment on column target_decision.verdict is 'MET, NOT_MET or NOT_ASSESSED';
comment on column target_decision.note is 'The person''s words';
comment on column target_decision.evidence_numerator is 'Numerator the person saw';
comment on column target_decision.evidence_denominator is 'Denominator the person saw';
comment on column target_decision.evidence_to is 'Last day of the figures the person saw';
comment on table follow_up is 'What is to be done about a missed target, by whom and until when; closed once with its result, never changed otherwise';
comment on column follow_up.month is 'The month whose figures gave rise to it';
comment on column follow_up.unit_id is 'The unit meant; null: the district';
comment on column follow_up.task is 'What is to be done';
comment on column follow_up.responsible is 'Who is to do it';
comment on column follow_up.due is 'Last day';
comment on column follow_up.state is 'OPEN or CLOSED';
comment on column follow_up.result is 'What came of it; null while open';
comment on table verdict_seen is 'How each target''s verdict on the year to date was last seen, so that a change is noticed once';
comment on column verdict_seen.status is 'The verdict last seen';
comment on column verdict_seen.changes is 'How many changes were noticed so far';
comment on table verdict_notice is 'One row for each change of a verdict on the year to date, whichever copy of the program noticed it';
comment on column verdict_notice.change is 'Which change of this target and year, from 1 on';
comment on column verdict_notice.status_before is 'The verdict before';
comment on column verdict_notice.status_after is 'The verdict after';
comment on column verdict_notice.last_day is 'Last day of the figures';
comment on column verdict_notice.numerator is 'Numerator of the rate then; null where there was none';
comment on column verdict_notice.denominator is 'Denominator of the rate then; null where there was none';
comment on column verdict_notice.reported_returns is 'Complete monthly returns it rested on; null: none was missing';
comment on column verdict_notice.expected_returns is 'Monthly returns expected; null: none was missing';
comment on table verdict_notice_read is 'Who has put a notice away; it is not shown to them again';
comment on column verdict_notice_read.notice_id is 'The notice';
comment on table verdict_notice_letter is 'The letter about a notice. A try is counted before the letter is handed over, so none is sent twice';
comment on column verdict_notice_letter.notice_id is 'The notice';
comment on column verdict_notice_letter.state is 'WAITING, SENDING or SENT';
comment on column verdict_notice_letter.tries is 'Tries so far';
comment on column verdict_notice_letter.next_try_at is 'Not before this moment';

-- Reports --------------------------------------------------------------------------------------------------------
comment on table report_wording is 'The office''s own words for parts of its reports; a part without any keeps what the program proposes';
comment on column report_wording.part is 'Which part of the report';
comment on column report_wording.lasting is 'The words are also the template of later years, until one has its own';
comment on column report_wording.words is 'The words; figures are names in braces that the program fills in';
comment on column report_wording.proposal is 'What the program proposed when these words were written';
comment on table issued_report is 'Reports issued for good: what they were made of never changes';
comment on column issued_report.previous_id is 'The report of the same term issued before; null for the first';
comment on column issued_report.provisional_reason is 'Why it was issued though figures were missing or not approved; null: none were';
comment on column issued_report.inputs is 'Results and text as JSON, from which the files can be made again';
comment on column issued_report.inputs_sha256 is 'SHA-256 of the inputs, hexadecimal';
comment on column issued_report.replacement_reason is 'Why it takes the place of the one before';
comment on table issued_report_file is 'The files of an issued report, byte for byte';
comment on column issued_report_file.kind is 'DOCUMENT (.docx), PDF or ANNEX (.xlsx)';
comment on column issued_report_file.plain_name is 'File name in plain letters';
comment on column issued_report_file.name is 'File name with diacritics';
comment on column issued_report_file.media_type is 'Media type';
comment on column issued_report_file.bytes is 'The file';
comment on column issued_report_file.sha256 is 'SHA-256 of the file, hexadecimal; checked by the database';
comment on table issued_report_return is 'Which revision of each return an issued report counted, so that later corrections are told of';
comment on column issued_report_return.version is 'The revision counted';
comment on table issued_report_registration is 'Number and date that the registry gave an issued report; a slip is put right by a further row, the last counts';
comment on column issued_report_registration.number is 'Number, such as 12/BC-UBND';
comment on column issued_report_registration.signed_on is 'Date of signing';

-- The wall, the trail, bookkeeping -----------------------------------------------------------------------------------
comment on table wall_link is 'Links of screens on a wall: whoever holds one sees the district''s few numbers without signing in, until it is revoked';
comment on column wall_link.name is 'Where the screen hangs';
comment on column wall_link.token_hash is 'SHA-256 of the link''s token; the token itself is shown once and kept nowhere';
comment on column wall_link.revoked_at is 'From then on it shows nothing; null while it works';
comment on table wall_use is 'When a link last showed its screen';
comment on column wall_use.link_id is 'The link';
comment on table audit_event is 'The trail: who did what, when and from where, in the transaction of the change. Rows only grow in number, and each carries the hash of the row before (decision record 9)';
comment on column audit_event.at is 'When';
comment on column audit_event.actor_id is 'Who; null for the program itself and for strangers';
comment on column audit_event.actor_name is 'Their name then';
comment on column audit_event.action is 'What was done, such as return.approved';
comment on column audit_event.subject is 'To what, such as a month or a user name';
comment on column audit_event.detail is 'More, as text';
comment on column audit_event.sequence is 'Place in the chain, from 1 on without a gap';
comment on column audit_event.unit_ids is 'Units it is about; empty: none';
comment on column audit_event.changes is 'Values before and after, as JSON';
comment on column audit_event.reason is 'Why, in the person''s words';
comment on column audit_event.address is 'Network address of the request';
comment on column audit_event.request_id is 'Id of the request, also in the log';
comment on column audit_event.previous_hash is 'Hash of the row before; 64 zeros for the first';
comment on column audit_event.hash is 'SHA-256 over all fields and the previous hash, hexadecimal';
comment on table audit_chain is 'How long the trail is and how it ends, so that rows cut off at the end are missed';
comment on column audit_chain.id is 'Always 1';
comment on column audit_chain.length is 'Number of rows';
comment on column audit_chain.hash is 'Hash of the last row';
comment on table figures_change is 'Counts every change of what results are made of: the sum says whether an answer may be given again';
comment on column figures_change.changes is 'How many changes this row stands for';

-- Columns that mean the same wherever they stand -----------------------------------------------------------------------
do $$
declare
    said record;
    place record;
begin
    for said in select * from (values
        ('full_process_received', 'Dossiers received for full-process procedures, every channel; null: not reported'),
        ('full_process_online', 'Of full_process_received, submitted online'),
        ('full_process_na', 'The unit has no full-process procedures: not applicable, which is neither missing nor 0'),
        ('partial_received', 'Dossiers received for partial procedures, every channel; null: not reported'),
        ('partial_online', 'Of partial_received, submitted online'),
        ('partial_na', 'The unit has no partial procedures: not applicable, which is neither missing nor 0'),
        ('dossiers_received', 'All dossiers received, those of procedures not offered online included; null: not reported'),
        ('online_reported', 'All online dossiers as the source system reports them; null: it reports none, and the two parts are added'),
        ('payable', 'Dossiers with a fee; null: not reported'),
        ('paid_online', 'Of payable, paid online'),
        ('note', 'What the unit says of its figures, such as why online dossiers are unclassified'),
        ('complete', 'Whether the figures suffice to be added to totals'),
        ('status', 'DRAFT, SUBMITTED, RETURNED (sent back) or APPROVED'),
        ('source', 'How the figures came in: FORM, IMPORT, CORRECTION or DEMONSTRATION'),
        ('id', 'Key of the row'),
        ('user_id', 'The person'),
        ('unit_id', 'The unit'),
        ('return_id', 'The monthly return'),
        ('file_id', 'The file'),
        ('target_id', 'The target'),
        ('report_id', 'The issued report'),
        ('month', 'First day of the month'),
        ('year', 'Calendar year of the last day'),
        ('span', 'Length of the term: MONTH, QUARTER, SIX_MONTHS, NINE_MONTHS or YEAR'),
        ('last_month', 'First day of the term''s last month')) as words (column_name, text)
    loop
        for place in select c.relname, a.attnum, c.oid from pg_class c join pg_attribute a on a.attrelid = c.oid
            where c.relnamespace = current_schema()::regnamespace and c.relkind = 'r' and a.attname = said.column_name
                and col_description(c.oid, a.attnum) is null and c.relname <> 'flyway_schema_history'
        loop
            execute format('comment on column %I.%I is %L', place.relname, said.column_name, said.text);
        end loop;
    end loop;

    -- Who did it and when: …_by is the account, …_by_name the name it had then, …_at the moment.
    for place in select c.relname, a.attname from pg_class c join pg_attribute a on a.attrelid = c.oid
        where c.relnamespace = current_schema()::regnamespace and c.relkind = 'r' and a.attnum > 0 and not a.attisdropped
            and col_description(c.oid, a.attnum) is null and c.relname <> 'flyway_schema_history'
            and a.attname ~ '_(by|by_name|at)$'
    loop
        execute format('comment on column %I.%I is %L', place.relname, place.attname,
            case when place.attname like '%\_by\_name' then 'Name of that person at the time'
                when place.attname like '%\_by' then 'Account of the person who did this (' || split_part(place.attname, '_', 1) || '); null: the program itself'
                else 'When this happened (' || replace(left(place.attname, -3), '_', ' ') || ')' end);
    end loop;
end $$;
