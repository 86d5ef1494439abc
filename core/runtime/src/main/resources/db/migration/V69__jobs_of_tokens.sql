-- Work that a token submitted is done with the token's rights while it lives, and known to that token only.
alter table job add column token_id bigint references access_token;
comment on column job.token_id is 'null: submitted by the account itself';
