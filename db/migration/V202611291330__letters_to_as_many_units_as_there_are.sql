-- A country has more communes than a letter could name so far.
alter table letter drop constraint letter_recipients;
alter table letter add constraint letter_recipients check (recipients between 1 and 100000);
