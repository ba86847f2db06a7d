-- A report that goes out by mail by itself: how often and when on the wall's clock of its zone, which days it covers, as which
-- files and to whom. local_at is its next time, due_at the instant of that; both are empty while it is switched off. One node makes
-- the run under a lease. member_id is in whose name it goes out; when they may not any more, it is switched off with its trouble.
create table report_mailing (
    workspace_id  bigint not null,
    id            bigint not null unique,
    brand_id      bigint not null,
    report_id     bigint not null,
    member_id     bigint not null,
    every         text   not null check (every in ('DAY', 'WEEK', 'MONTH')),
    on_day        text   not null,
    at            time   not null,
    zone          text   not null,
    period        text   not null check (period in ('DAY', 'WEEK', 'MONTH', 'DAYS_7', 'DAYS_28', 'DAYS_30')),
    formats       text[] not null check (cardinality(formats) between 1 and 3),
    recipients    text[] not null check (cardinality(recipients) between 1 and 20),
    active        boolean not null,
    local_at      timestamp,
    due_at        timestamptz,
    lease_until   timestamptz,
    failing_since timestamptz,
    trouble       text check (trouble in ('MAKER', 'REFUSED', 'BROKEN')),
    version       int    not null default 1,
    removed_at    timestamptz,
    primary key (workspace_id, id),
    foreign key (workspace_id, report_id) references report (workspace_id, id),
    foreign key (workspace_id, brand_id) references brand (workspace_id, id),
    foreign key (workspace_id, member_id) references member (workspace_id, id),
    check (active = (due_at is not null) and active = (local_at is not null))
);
create index report_mailing_of_report on report_mailing (workspace_id, report_id) where removed_at is null;
create index report_mailing_due on report_mailing (due_at) where active and removed_at is null;
call wall('report_mailing', 'brand');

-- The run that was made for a mailing's time, at most one for each.
create table report_sending (
    workspace_id bigint not null,
    mailing_id   bigint not null,
    local_at     timestamp not null,
    brand_id     bigint not null,
    run_id       bigint not null,
    primary key (workspace_id, mailing_id, local_at),
    foreign key (workspace_id, mailing_id) references report_mailing (workspace_id, id),
    foreign key (workspace_id, run_id) references report_run (workspace_id, id)
);
call wall('report_sending', 'brand');
revoke insert, update, delete on report_sending from gazouillis_app;

-- One mail of such a run to one recipient. UNKNOWN: it was being handed over, and nobody knows whether it was taken; it is never
-- sent again by itself. asked_by: who asked to send it again.
create table report_letter (
    workspace_id bigint not null,
    id           bigint not null unique,
    brand_id     bigint not null,
    mailing_id   bigint not null,
    run_id       bigint not null,
    recipient    text   not null,
    formats      text[] not null,
    state        text   not null check (state in ('PENDING', 'SENDING', 'SENT', 'FAILED', 'UNKNOWN')),
    fence        int    not null default 0,
    lease_until  timestamptz,
    attempts     int    not null default 0,
    next_at      timestamptz not null,
    give_up_at   timestamptz not null,
    settled_at   timestamptz,
    asked_by     bigint,
    error        text,
    created_at   timestamptz not null,
    primary key (workspace_id, id),
    foreign key (workspace_id, mailing_id) references report_mailing (workspace_id, id),
    foreign key (workspace_id, run_id) references report_run (workspace_id, id),
    foreign key (workspace_id, asked_by) references member (workspace_id, id)
);
create unique index report_letter_on_its_way on report_letter (workspace_id, run_id, recipient)
    where state in ('PENDING', 'SENDING');
create index report_letter_of_run on report_letter (workspace_id, run_id, id);
create index report_letter_due on report_letter (next_at) where state = 'PENDING';
create index report_letter_leased on report_letter (lease_until) where state = 'SENDING';
call wall('report_letter', 'brand');

alter table notice drop constraint notice_kind_check;
alter table notice add constraint notice_kind_check
    check (kind in ('FAILED', 'MISSED', 'HELD', 'EXPIRED', 'WAITS', 'STOPPED', 'RELEASED', 'MOVED', 'DEAD_LINK', 'MATCHED',
        'SPIKED', 'UNMAILED'));
