-- Up to which fact the outbox has been pruned: a reader that stands before it must read the tables instead.
create table outbox_pruned (
    one  boolean primary key default true check (one),
    xid  xid8   not null,
    id   bigint not null
);
revoke all on outbox_pruned from gazouillis_app;
