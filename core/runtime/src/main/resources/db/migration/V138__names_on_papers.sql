-- A paper says who drafted and who signed by the name that person had then; the account stays what rights are asked of.
-- Papers of before have no name and show the account.

alter table bulk_decision add column drafted_name text;
alter table bulk_decision add column decided_name text;
alter table funding_rule add column set_name text;
alter table funding_source add column set_name text;
alter table funding_fee add column set_name text;
