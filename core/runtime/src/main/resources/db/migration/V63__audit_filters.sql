-- The page of the audit looks for days long gone and for one kind of change among millions of readings.
create index audit_entry_at on audit_entry (at);
create index audit_entry_action on audit_entry (action, id) where action <> '';
