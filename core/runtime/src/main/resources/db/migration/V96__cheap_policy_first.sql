-- PostgreSQL asks a table's policies in the reverse order of their names: whether somebody lives here is a look at a hashed list,
-- whether one is paid here a search through all lists. The dear one now comes second; reports of a province read everybody.
alter policy person_paid on person rename to person_also_paid;
