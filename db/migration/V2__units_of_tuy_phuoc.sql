-- The district of the plan and its 23 units. Official codes of the General Statistics Office for townships and communes;
-- the offices' codes are the product's own. The register is open-ended until the office itself closes a unit.
insert into installation (level_name, district_name, province_name, calendar) values ('huyện', 'Tuy Phước', 'tỉnh Bình Định', 'CALENDAR_MONTHS');

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
    select row_number() over () as id, kind, code, name from register
), created as (
    insert into unit (id, kind) overriding system value select id, kind from numbered returning id
)
insert into unit_version (unit_id, code, name, valid)
select created.id, numbered.code, numbered.name, daterange('2021-01-01', null)
from created join numbered using (id) order by created.id;
select setval(pg_get_serial_sequence('unit', 'id'), (select max(id) from unit));
