-- What went wrong or waits, told to people. Facts of one kind about one brand within one minute are one notice, however
-- many posts they are about; when the minute is over it is closed, and mails are written then.
create table notice (
    workspace_id bigint not null references workspace,
    id           bigint not null unique,
    brand_id     bigint,
    kind         text   not null check (kind in ('FAILED', 'MISSED', 'HELD', 'EXPIRED', 'WAITS', 'STOPPED', 'RELEASED')),
    minute       timestamptz not null,
    posts        int    not null,
    subject      bigint not null,
    opened_at    timestamptz not null,
    closed_at    timestamptz,
    primary key (workspace_id, id),
    unique nulls not distinct (workspace_id, brand_id, kind, minute)
);
create index notice_open on notice (opened_at) where closed_at is null;
call wall('notice', 'both');

create table notice_read (
    workspace_id bigint not null,
    member_id    bigint not null,
    notice_id    bigint not null,
    read_at      timestamptz not null,
    primary key (workspace_id, member_id, notice_id),
    foreign key (workspace_id, notice_id) references notice (workspace_id, id) on delete cascade
);
call wall('notice_read', 'workspace');

-- What a member wants to hear of and how; without a row the kind's own way holds. brand_id null: of all brands.
create table notice_preference (
    workspace_id bigint not null,
    member_id    bigint not null,
    brand_id     bigint,
    kind         text   not null,
    page         boolean not null,
    mail         boolean not null,
    unique nulls not distinct (workspace_id, member_id, brand_id, kind),
    foreign key (workspace_id, member_id) references member (workspace_id, id)
);
call wall('notice_preference', 'both');

-- One notice to be told to one member by mail; all that is due goes into one letter.
create table notice_mail (
    workspace_id    bigint not null,
    member_id       bigint not null,
    notice_id       bigint not null,
    attempts        int    not null default 0,
    next_attempt_at timestamptz not null,
    sent_at         timestamptz,
    given_up_at     timestamptz,
    last_error      text,
    primary key (workspace_id, member_id, notice_id),
    foreign key (workspace_id, notice_id) references notice (workspace_id, id) on delete cascade
);
create index notice_mail_due on notice_mail (next_attempt_at) where sent_at is null and given_up_at is null;
call wall('notice_mail', 'workspace');
