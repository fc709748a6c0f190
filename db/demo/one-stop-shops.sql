-- Made-up readiness of the one-stop shops in the first three quarters of 2024: what an office might have said, so that a visitor finds a
-- page with life in it. Nobody wrote these rows (written_by is null), so nobody is asked for the quarters after them. Of the third
-- quarter two communes and one office have not reported.
with said (code, officials, computers, signatures, line, scanners, lacking, silent) as (values
    ('21952', 6, array[5, 6, 6], array[4, 5, 6], 200, 3, null, false),
    ('21955', 6, array[5, 5, 5], array[4, 4, 5], 200, 2, 'Một máy tính mua năm 2014, chạy chậm', false),
    ('21958', 4, array[3, 3, 3], array[2, 2, 2], 100, 1, 'Hai công chức mới chưa được cấp chữ ký số', true),
    ('21961', 4, array[4, 4, 4], array[3, 4, 4], 100, 2, null, false),
    ('21964', 4, array[3, 4, 4], array[3, 3, 3], 100, 1, 'Chờ cấp chữ ký số cho một công chức', false),
    ('21967', 4, array[3, 3, 3], array[3, 3, 3], 100, 1, 'Một máy tính dùng chung; chờ cấp chữ ký số', false),
    ('21970', 5, array[4, 5, 5], array[4, 5, 5], 150, 2, null, false),
    ('21973', 4, array[4, 4, 4], array[4, 4, 4], 100, 2, null, false),
    ('21976', 5, array[3, 4, 4], array[3, 3, 4], 100, 1, 'Thiếu một máy tính, một chữ ký số', false),
    ('21979', 3, array[3, 3, 3], array[2, 2, 2], 50, 1, 'Đường truyền hay chập chờn', true),
    ('21982', 4, array[3, 3, 4], array[3, 4, 4], 100, 1, null, false),
    ('21985', 4, array[3, 3, 3], array[2, 3, 3], 50, 1, 'Máy quét hỏng, đang dùng nhờ bộ phận khác', false),
    ('21988', 4, array[3, 4, 4], array[3, 3, 4], 100, 2, null, false),
    ('P-TP', 2, array[2, 2, 2], array[2, 2, 2], 300, 1, null, false),
    ('P-TNMT', 3, array[2, 3, 3], array[2, 2, 3], 300, 2, null, false),
    ('P-LDTBXH', 2, array[2, 2, 2], array[1, 1, 2], null, null, null, false),
    ('P-KTHT', 2, array[2, 2, 2], array[2, 2, 2], 300, 1, null, false),
    ('P-YT', 1, array[1, 1, 1], array[1, 1, 1], null, null, null, true))
insert into unit_readiness (unit_id, quarter, version, has_shop, officials, with_computer, with_signature, line_mbps, scanners, lacking,
        written_by_name, written_at)
select v.unit_id, make_date(2024, 3 * q - 2, 1), 1, true, officials, computers[q], signatures[q], line, scanners,
    case when computers[q] < officials or signatures[q] < officials then lacking end,
    'Dữ liệu minh họa', make_date(2024, 3 * q, 25) + interval '9 hours'
from said join unit_version v using (code) cross join generate_series(1, 3) q
where not (silent and q = 3);

insert into unit_readiness (unit_id, quarter, version, has_shop, written_by_name, written_at)
select v.unit_id, '2024-01-01', 1, false, 'Dữ liệu minh họa', '2024-03-25 09:00'
from unit_version v where v.code in ('P-NV', 'P-TCKH', 'P-VHTT', 'P-GDDT', 'P-NNPTNT');
