-- A decision may set targets for named units alone: then there is no level for the others, nor for all together.
alter table target
    drop constraint target_scope,
    drop constraint target_threshold,
    add constraint target_scope check (scope in ('DISTRICT', 'DISTRICT_AND_UNITS', 'EVERY_UNIT', 'NAMED_UNITS')),
    add constraint target_threshold check (
        (scope = 'NAMED_UNITS' and rule <> 'HAS_ARISEN' and threshold is null)
        or (scope <> 'NAMED_UNITS' and (rule = 'HAS_ARISEN') = (threshold is null)));
comment on column target.scope is 'Whose rate: DISTRICT, DISTRICT_AND_UNITS, EVERY_UNIT, or NAMED_UNITS: of those with a level in target_step alone';
comment on column target.threshold is 'Percent, 0 to 100, four decimals, compared exactly; of BANDS the percent that brings most points; null for HAS_ARISEN and NAMED_UNITS';
