-- Hoà and Hòa, Thuý and Thúy are one name: where a syllable ends in oa, oe or uy the tone is written on either vowel. The names by
-- which officials are known are folded as newly read ones are, so that nobody's dossiers and explanations stand under two.

update extract_dossier d set received_by_key = folded.key
from (select received_by_key, normalize(regexp_replace(regexp_replace(regexp_replace(normalize(received_by_key, nfd),
            'o([ae])([\u0300\u0301\u0303\u0309\u0323])(?![a-zđ\u0300-\u036f])', 'o\2\1', 'g'),
            '(?<!q)uy([\u0300\u0301\u0303\u0309\u0323])(?![a-zđ\u0300-\u036f])', 'u\1y', 'g'),
            'qu([\u0300\u0301\u0303\u0309\u0323])y(?![a-zđ\u0300-\u036f])', 'quy\1', 'g'), nfc) as key
        from extract_dossier group by received_by_key) folded
where d.received_by_key = folded.received_by_key and folded.key <> folded.received_by_key;

update paper_explanation e set received_by_key = folded.key
from (select received_by_key, normalize(regexp_replace(regexp_replace(regexp_replace(normalize(received_by_key, nfd),
            'o([ae])([\u0300\u0301\u0303\u0309\u0323])(?![a-zđ\u0300-\u036f])', 'o\2\1', 'g'),
            '(?<!q)uy([\u0300\u0301\u0303\u0309\u0323])(?![a-zđ\u0300-\u036f])', 'u\1y', 'g'),
            'qu([\u0300\u0301\u0303\u0309\u0323])y(?![a-zđ\u0300-\u036f])', 'quy\1', 'g'), nfc) as key
        from paper_explanation group by received_by_key) folded
where e.received_by_key = folded.received_by_key and folded.key <> folded.received_by_key;

comment on column extract_dossier.received_by_key is 'The name by which one official is the same however it is written: NFC, one space, lower case, the tone of oa, oe and uy on their first vowel';
