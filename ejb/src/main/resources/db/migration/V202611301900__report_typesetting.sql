-- Runs made so far keep the letters that their files were set in, so that their bytes stay the same (ADR 172).
alter table report_run add typesetting text not null default 'LATIN' check (typesetting in ('LATIN', 'WORLD'));
alter table report_run alter typesetting drop default;
