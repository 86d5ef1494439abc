-- How often a code is used is asked before it is closed; among millions of people that needs an index.
create index person_ethnicity on person (ethnicity) where ethnicity is not null;
