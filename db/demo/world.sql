-- The demonstration's world: the district of the plan of 2024, its units and its targets. Run once, by the program, in an empty
-- database; a real installation says all this on its set-up pages. :now is the
-- program's clock, which stands at a day of its own in a demonstration.

insert into organisation_version (valid_from, level, level_name, name, agency, superior, place, office, whole, units_below,
        letterhead_top, letterhead_bottom, symbol, office_symbol, report_ground, changed_by_name, changed_at) values
    ('2020-01-01', 'DISTRICT', 'huyện', 'Tuy Phước', 'UBND huyện Tuy Phước', 'UBND tỉnh Bình Định', 'Tuy Phước',
     'Văn phòng HĐND và UBND huyện', 'toàn huyện', 'xã, thị trấn', 'ỦY BAN NHÂN DÂN', 'HUYỆN TUY PHƯỚC', 'UBND', 'VP',
     'Kế hoạch năm 2024 của UBND huyện Tuy Phước về các tiêu chí, chỉ tiêu huyện nông thôn mới, nông thôn mới nâng cao thuộc lĩnh vực hành chính công',
     'Chương trình', :now);
update unit_kind set changed_at = :now;

-- Official codes of the General Statistics Office for townships and communes; the offices' codes are the product's own. The
-- register is open-ended until the office itself closes a unit.
with register (kind, code, name) as (values
    ('TOWNSHIP', '21952', 'Thị trấn Tuy Phước'),
    ('TOWNSHIP', '21955', 'Thị trấn Diêu Trì'),
    ('COMMUNE', '21958', 'Xã Phước Thắng'),
    ('COMMUNE', '21961', 'Xã Phước Hưng'),
    ('COMMUNE', '21964', 'Xã Phước Quang'),
    ('COMMUNE', '21967', 'Xã Phước Hòa'),
    ('COMMUNE', '21970', 'Xã Phước Sơn'),
    ('COMMUNE', '21973', 'Xã Phước Hiệp'),
    ('COMMUNE', '21976', 'Xã Phước Lộc'),
    ('COMMUNE', '21979', 'Xã Phước Nghĩa'),
    ('COMMUNE', '21982', 'Xã Phước Thuận'),
    ('COMMUNE', '21985', 'Xã Phước An'),
    ('COMMUNE', '21988', 'Xã Phước Thành'),
    ('DISTRICT_OFFICE', 'P-NV', 'Phòng Nội vụ'),
    ('DISTRICT_OFFICE', 'P-TP', 'Phòng Tư pháp'),
    ('DISTRICT_OFFICE', 'P-TCKH', 'Phòng Tài chính - Kế hoạch'),
    ('DISTRICT_OFFICE', 'P-TNMT', 'Phòng Tài nguyên và Môi trường'),
    ('DISTRICT_OFFICE', 'P-LDTBXH', 'Phòng Lao động - Thương binh và Xã hội'),
    ('DISTRICT_OFFICE', 'P-VHTT', 'Phòng Văn hóa và Thông tin'),
    ('DISTRICT_OFFICE', 'P-GDDT', 'Phòng Giáo dục và Đào tạo'),
    ('DISTRICT_OFFICE', 'P-KTHT', 'Phòng Kinh tế và Hạ tầng'),
    ('DISTRICT_OFFICE', 'P-NNPTNT', 'Phòng Nông nghiệp và Phát triển nông thôn'),
    ('DISTRICT_OFFICE', 'P-YT', 'Phòng Y tế')
), numbered as (
    select row_number() over () as number, kind, code, name from register
), created as (
    insert into unit (version) select 0 from numbered returning id
)
insert into unit_version (unit_id, kind, code, name, valid)
select ids.id, numbered.kind, numbered.code, numbered.name, daterange('2021-01-01', null)
from (select id, row_number() over (order by id) as number from created) ids join numbered using (number) order by ids.id;

-- Made-up people and numbers; the last unit has nobody yet.
update unit set contact_name = made.name, contact_phone = made.phone
from (values
    (1, 'Nguyễn Thị Lan', '0256 3633 101'),
    (2, 'Trần Văn Hùng', '0256 3633 102'),
    (3, 'Lê Thị Hoa', '0256 3633 103'),
    (4, 'Phạm Văn Minh', '0256 3633 104'),
    (5, 'Võ Thị Thu', '0256 3633 105'),
    (6, 'Đặng Văn Sơn', '0256 3633 106'),
    (7, 'Bùi Thị Mai', '0256 3633 107'),
    (8, 'Huỳnh Văn Tài', '0256 3633 108'),
    (9, 'Ngô Thị Hạnh', '0256 3633 109'),
    (10, 'Đỗ Văn Bình', '0256 3633 110'),
    (11, 'Phan Thị Yến', '0256 3633 111'),
    (12, 'Hồ Văn Dũng', '0256 3633 112'),
    (13, 'Dương Thị Nga', '0256 3633 113'),
    (14, 'Lý Văn Phúc', '0256 3633 114'),
    (15, 'Mai Thị Ngọc', '0256 3633 115'),
    (16, 'Trương Văn Khoa', '0256 3633 116'),
    (17, 'Đinh Thị Xuân', '0256 3633 117'),
    (18, 'Lương Văn Thành', '0256 3633 118'),
    (19, 'Châu Thị Liên', '0256 3633 119'),
    (20, 'Tạ Văn Quý', '0256 3633 120'),
    (21, 'Cao Thị Bích', '0256 3633 121'),
    (22, 'Hà Văn Lộc', '0256 3633 122')) as made (place, name, phone)
join (select unit_id, row_number() over (order by unit_id) as place from unit_version) listed using (place)
where unit.id = listed.unit_id;

-- The catalogue of targets as the plan of 2024 names them. Where the plan gives no date or clause, none is invented.
insert into legal_instrument (number, issuer, issued_on, title) values
    ('320/QĐ-TTg', 'Thủ tướng Chính phủ', '2022-03-08', 'Quyết định số 320/QĐ-TTg ngày 08/03/2022 ban hành Bộ tiêu chí quốc gia về huyện nông thôn mới và huyện nông thôn mới nâng cao giai đoạn 2021 - 2025'),
    ('211/QĐ-TTg', 'Thủ tướng Chính phủ', '2024-03-01', 'Quyết định số 211/QĐ-TTg ngày 01/3/2024 sửa đổi một số tiêu chí, chỉ tiêu của bộ tiêu chí quốc gia về xã, huyện nông thôn mới giai đoạn 2021 - 2025'),
    ('17/NQ-CP', 'Chính phủ', null, 'Nghị quyết số 17/NQ-CP của Chính phủ'),
    ('2679/QĐ-UBND', 'UBND tỉnh Bình Định', '2023-07-20', 'Quyết định số 2679/QĐ-UBND ngày 20/7/2023 của UBND tỉnh Bình Định giao chỉ tiêu hồ sơ trực tuyến'),
    ('KH-UBND 2024', 'UBND huyện Tuy Phước', null, 'Kế hoạch năm 2024 của UBND huyện Tuy Phước về các tiêu chí, chỉ tiêu huyện nông thôn mới, nông thôn mới nâng cao thuộc lĩnh vực hành chính công');

-- 9.2 and 9.5 belong to the criteria of 2021-2025; the plan measures the whole of 2023 against the other two.
insert into target (code, label, clause, indicator, rule, threshold, scope, aspiration, valid_from, valid_until, position) values
    ('9.2', 'Có dịch vụ công trực tuyến mức toàn trình', 'Chỉ tiêu 9.2', 'FULL_PROCESS', 'HAS_ARISEN', null, 'DISTRICT', false, '2022-03-08', '2026-01-01', 1),
    ('9.5', 'Có dịch vụ công trực tuyến một phần', 'Chỉ tiêu 9.5', 'PARTIAL', 'HAS_ARISEN', null, 'DISTRICT', false, '2022-03-08', '2026-01-01', 2),
    ('NQ17', 'Hồ sơ trực tuyến trên tổng số hồ sơ', 'Chỉ tiêu “Hồ sơ trực tuyến”', 'OVERALL', 'AT_LEAST', 50, 'DISTRICT_AND_UNITS', false, '2023-01-01', null, 3),
    ('QĐ2679', 'Hồ sơ trực tuyến trên tổng số hồ sơ', 'Chỉ tiêu của tỉnh giao', 'OVERALL', 'AT_LEAST', 60, 'DISTRICT_AND_UNITS', false, '2023-01-01', null, 4),
    ('3.3', 'Tiếp nhận trực tuyến hồ sơ toàn trình', 'Giải pháp 3.2, 3.3', 'FULL_PROCESS', 'AT_LEAST', 100, 'EVERY_UNIT', true, '2024-01-01', null, 5),
    ('3.3', 'Tiếp nhận trực tuyến hồ sơ một phần', 'Giải pháp 3.2, 3.3', 'PARTIAL', 'AT_LEAST', 100, 'EVERY_UNIT', true, '2024-01-01', null, 6),
    ('3.4', 'Thanh toán trực tuyến phí, lệ phí', 'Giải pháp 3.4', 'ONLINE_PAYMENT', 'AT_LEAST', 100, 'EVERY_UNIT', true, '2024-01-01', null, 7);

insert into target_instrument (target_id, instrument_id, position)
select target.id, legal_instrument.id, named.position
from (values
    ('9.2', '320/QĐ-TTg', 1), ('9.2', '211/QĐ-TTg', 2),
    ('9.5', '320/QĐ-TTg', 1), ('9.5', '211/QĐ-TTg', 2),
    ('NQ17', '17/NQ-CP', 1), ('QĐ2679', '2679/QĐ-UBND', 1),
    ('3.3', 'KH-UBND 2024', 1), ('3.4', 'KH-UBND 2024', 1)) as named (code, number, position)
join target using (code) join legal_instrument using (number);

-- Published by the district itself, without a breakdown by unit or month.
insert into published_year (year, full_process_received, full_process_online, partial_received, partial_online, dossiers_received, online_reported,
        first_day, last_day, source, note) values
    (2023, 11212, 10682, 14874, 11602, 48254, 22574, '2023-01-01', '2023-12-31',
     'Kế hoạch năm 2024 của UBND huyện Tuy Phước (mục II.2 “Hiện trạng thực hiện”), số liệu từ ngày 01/01/2023 đến ngày 31/12/2023',
     'Tổng trực tuyến công bố (22.574) lớn hơn tổng toàn trình và một phần (22.284) 290 hồ sơ; văn bản không giải thích phần chênh lệch.');
