-- The dead whose rights run on are looked for among the dead, of a province or the country.
create index person_deceased on person (deceased_on) where deceased_on is not null;
