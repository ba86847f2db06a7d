-- Hashtags that more people use than is usual, computed anew every minute: of everything public, by language (empty: all),
-- and of what a brand says or is addressed with, including what was imported for it.
create table trend (
    lang        text not null,
    place       int  not null,
    tag         text not null,
    authors     int  not null,
    usual       double precision not null,
    computed_at timestamptz not null,
    primary key (lang, place)
);
revoke insert, update, delete on trend from gazouillis_app;

create table brand_trend (
    workspace_id bigint not null,
    brand_id     bigint not null,
    place        int    not null,
    tag          text   not null,
    authors      int    not null,
    usual        double precision not null,
    computed_at  timestamptz not null,
    primary key (workspace_id, brand_id, place),
    foreign key (workspace_id, brand_id) references brand (workspace_id, id)
);
call wall('brand_trend', 'brand');
revoke insert, update, delete on brand_trend from gazouillis_app;

-- Authors a day who use a hashtag in an ordinary week; 0 and 0: in everything public. Counted anew every hour.
create table trend_usual (
    workspace_id bigint not null,
    brand_id     bigint not null,
    lang         text   not null,
    tag          text   not null,
    authors      double precision not null,
    primary key (workspace_id, brand_id, lang, tag)
);
create table trend_round (
    one      boolean primary key default true check (one),
    usual_at timestamptz not null
);
insert into trend_round (usual_at) values ('-infinity');
revoke all on trend_usual, trend_round from gazouillis_app;
