-- A published year keeps the days its document names, whatever calendar the office reports by later.
alter table published_year add column first_day date, add column last_day date;
update published_year set
    first_day = case when chosen.calendar = 'DECREE_09' then make_date(year - 1, 12, 15) else make_date(year, 1, 1) end,
    last_day = case when chosen.calendar = 'DECREE_09' then make_date(year, 12, 14) else make_date(year, 12, 31) end
from (select coalesce((select calendar from installation), 'CALENDAR_MONTHS') as calendar) chosen
where year <> 2023;
-- That of 2023 says so itself: from 01/01/2023 to 31/12/2023.
update published_year set first_day = date '2023-01-01', last_day = date '2023-12-31' where year = 2023;
alter table published_year
    alter column first_day set not null,
    alter column last_day set not null,
    add constraint published_year_days check (first_day <= last_day);
