-- An export in the background may hold what a search finds, too: of one brand, or (brand_id null) of all that its maker sees. Where
-- the next row stands is a byte of the frozen rows there, a cursor of the search here; empty at the beginning. frozen_by: who wrote the
-- rows down, or began to read what the search finds.
alter table export_job alter column brand_id drop not null;
drop policy tenant_wall on export_job;
call wall('export_job', 'both');
alter table export_job alter column read_to drop default, alter column read_to type text using read_to::text;
alter table export_job alter column read_to set default '';
alter table export_job drop constraint export_job_failure_check;
alter table export_job add constraint export_job_failure_check
    check (failure in ('MAKER', 'QUERY', 'DISK_FULL', 'DISK', 'BROKEN'));
