-- Who is signed in, and which tokens there are, is looked at by the platform for who may know.
alter table account_session enable row level security;
create policy account_session_platform on account_session using ((select ansinh.platform()));
alter table access_token enable row level security;
create policy access_token_platform on access_token using ((select ansinh.platform()));
