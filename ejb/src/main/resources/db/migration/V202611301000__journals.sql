-- Views and openings are journalled as clicks are, and one table says of every journal how far it was brought in.
alter table click_journal rename to journal_place;
alter table journal_place rename constraint click_journal_pkey to journal_place_pkey;

-- Which reports count, nodes decide in turns, from what the last turns left in `engagement` itself. Here stands the
-- transaction of the last turn: who finds another one than its own reads what came since.
create table report_turn (
    alone boolean primary key default true check (alone),
    last  xid8    not null
);
insert into report_turn (last) values ('0');
revoke all on report_turn from gazouillis_app;

drop table counted_latest;
