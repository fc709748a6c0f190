-- The catalogue of targets as the plan of 2024 names them. Where the plan gives no date or clause, none is invented.
insert into legal_instrument (number, issuer, issued_on, title) values
    ('320/QĐ-TTg', 'Thủ tướng Chính phủ', '2022-03-08', 'Quyết định số 320/QĐ-TTg ngày 08/03/2022 ban hành Bộ tiêu chí quốc gia về huyện nông thôn mới và huyện nông thôn mới nâng cao giai đoạn 2021 - 2025'),
    ('211/QĐ-TTg', 'Thủ tướng Chính phủ', '2024-03-01', 'Quyết định số 211/QĐ-TTg ngày 01/3/2024 sửa đổi một số tiêu chí, chỉ tiêu của bộ tiêu chí quốc gia về xã, huyện nông thôn mới giai đoạn 2021 - 2025'),
    ('17/NQ-CP', 'Chính phủ', null, 'Nghị quyết số 17/NQ-CP của Chính phủ'),
    ('2679/QĐ-UBND', 'UBND tỉnh Bình Định', '2023-07-20', 'Quyết định số 2679/QĐ-UBND ngày 20/7/2023 của UBND tỉnh Bình Định giao chỉ tiêu hồ sơ trực tuyến'),
    ('KH-UBND 2024', 'UBND huyện Tuy Phước', null, 'Kế hoạch năm 2024 của UBND huyện Tuy Phước về các tiêu chí, chỉ tiêu huyện nông thôn mới, nông thôn mới nâng cao thuộc lĩnh vực hành chính công');

-- 9.2 and 9.5 belong to the criteria of 2021-2025; the plan measures the whole of 2023 against the other two.
insert into target (code, label, clause, indicator, rule, threshold, scope, aspiration, valid, position) values
    ('9.2', 'Có dịch vụ công trực tuyến mức toàn trình', 'Chỉ tiêu 9.2', 'FULL_PROCESS', 'HAS_ARISEN', null, 'DISTRICT', false, daterange('2022-03-08', '2026-01-01'), 1),
    ('9.5', 'Có dịch vụ công trực tuyến một phần', 'Chỉ tiêu 9.5', 'PARTIAL', 'HAS_ARISEN', null, 'DISTRICT', false, daterange('2022-03-08', '2026-01-01'), 2),
    ('NQ17', 'Hồ sơ trực tuyến trên tổng số hồ sơ', 'Chỉ tiêu “Hồ sơ trực tuyến”', 'OVERALL', 'AT_LEAST', 50, 'DISTRICT_AND_UNITS', false, daterange('2023-01-01', null), 3),
    ('QĐ2679', 'Hồ sơ trực tuyến trên tổng số hồ sơ', 'Chỉ tiêu của tỉnh giao', 'OVERALL', 'AT_LEAST', 60, 'DISTRICT_AND_UNITS', false, daterange('2023-01-01', null), 4),
    ('3.3', 'Tiếp nhận trực tuyến hồ sơ toàn trình', 'Giải pháp 3.2, 3.3', 'FULL_PROCESS', 'AT_LEAST', 100, 'EVERY_UNIT', true, daterange('2024-01-01', null), 5),
    ('3.3', 'Tiếp nhận trực tuyến hồ sơ một phần', 'Giải pháp 3.2, 3.3', 'PARTIAL', 'AT_LEAST', 100, 'EVERY_UNIT', true, daterange('2024-01-01', null), 6),
    ('3.4', 'Thanh toán trực tuyến phí, lệ phí', 'Giải pháp 3.4', 'ONLINE_PAYMENT', 'AT_LEAST', 100, 'EVERY_UNIT', true, daterange('2024-01-01', null), 7);

insert into target_instrument (target_id, instrument_id, position)
select target.id, legal_instrument.id, named.position
from (values
    ('9.2', '320/QĐ-TTg', 1), ('9.2', '211/QĐ-TTg', 2),
    ('9.5', '320/QĐ-TTg', 1), ('9.5', '211/QĐ-TTg', 2),
    ('NQ17', '17/NQ-CP', 1), ('QĐ2679', '2679/QĐ-UBND', 1),
    ('3.3', 'KH-UBND 2024', 1), ('3.4', 'KH-UBND 2024', 1)) as named (code, number, position)
join target using (code) join legal_instrument using (number);

-- Published by the district itself, without a breakdown by unit or month.
insert into published_year (year, full_process_received, full_process_online, partial_received, partial_online, dossiers_received, online_reported, source, note) values
    (2023, 11212, 10682, 14874, 11602, 48254, 22574,
     'Kế hoạch năm 2024 của UBND huyện Tuy Phước (mục II.2 “Hiện trạng thực hiện”), số liệu từ ngày 01/01/2023 đến ngày 31/12/2023',
     'Tổng trực tuyến công bố (22.574) lớn hơn tổng toàn trình và một phần (22.284) 290 hồ sơ; văn bản không giải thích phần chênh lệch.');
