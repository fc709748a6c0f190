-- Each morning one letter an address about what waits there, whichever copy of the program sends it.
create table work_letter_sent (
    email    text,
    sent_on  date,
    sent_at  timestamptz not null,
    constraint work_letter_sent_pkey primary key (email, sent_on)
);
comment on table work_letter_sent is 'Letters that told an address what waits: one a day, whichever copy of the program sends';
comment on column work_letter_sent.email is 'Address it went to';
comment on column work_letter_sent.sent_on is 'Day of sending';
comment on column work_letter_sent.sent_at is 'When this happened (sent)';
