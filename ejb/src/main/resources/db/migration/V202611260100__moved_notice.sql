-- Changed clocks are told, too.
alter table notice drop constraint notice_kind_check;
alter table notice add constraint notice_kind_check
    check (kind in ('FAILED', 'MISSED', 'HELD', 'EXPIRED', 'WAITS', 'STOPPED', 'RELEASED', 'MOVED'));
