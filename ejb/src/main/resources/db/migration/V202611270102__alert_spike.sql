-- An hour in which a watched search found unusually many, with what was usual; each hour once.
create table alert_spike (
    workspace_id bigint not null,
    alert_id     bigint not null,
    hour         timestamptz not null,
    posts        int    not null,
    baseline     double precision not null,
    spread       double precision not null,
    threshold    double precision not null,
    found_at     timestamptz not null,
    primary key (workspace_id, alert_id, hour),
    foreign key (workspace_id, alert_id) references alert (workspace_id, id) on delete cascade
);
call wall('alert_spike', 'workspace');
revoke insert, update, delete on alert_spike from gazouillis_app;
