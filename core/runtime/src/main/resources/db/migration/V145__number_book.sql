-- Numbers that an office gave on paper before its register was kept here: one row for all of them, that of the last, with the reason.
alter table document_number add column first integer check (first between 1 and number);
comment on column document_number.first is 'first of those given on paper up to this one; null for a number taken here';

-- The book of a unit and those below it, the latest first, register by register.
create index document_number_book on document_number (register_id, id);
create index document_number_cancelled on document_number (register_id, id) where cancelled_at is not null;
