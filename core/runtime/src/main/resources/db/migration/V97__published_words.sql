-- Words looked up as officials type them. Reports call these, so their names and meanings stay, as those of the published views
-- do. They read nothing and anybody may call them; each is one expression that PostgreSQL puts in place of the call.
create function published.folded_v1(words text) returns text
    language sql immutable parallel safe
begin atomic
    select regexp_replace(translate(normalize(lower(words), NFD), 'đ', 'd'), '[\u0300-\u036f]', '', 'g');
end;
comment on function published.folded_v1(text) is 'Chữ thường, không dấu: Đặng Thị Yến thành dang thi yen.';

create function published.says_v1(words text, asked text) returns boolean
    language sql immutable parallel safe
begin atomic
    select asked is null
        or position(published.folded_v1(btrim(asked)) in published.folded_v1(words)) > 0
            -- who typed diacritics means them
            and (lower(normalize(btrim(asked), NFC)) = published.folded_v1(btrim(asked))
                or position(lower(normalize(btrim(asked), NFC)) in lower(words)) > 0);
end;
comment on function published.says_v1(text, text) is 'Có chứa những chữ người dùng gõ không: không phân biệt hoa thường; gõ không dấu thì dấu nào cũng được, gõ có dấu thì phải đúng dấu; để trống thì luôn đúng.';
grant execute on function published.folded_v1(text), published.says_v1(text, text) to public;
