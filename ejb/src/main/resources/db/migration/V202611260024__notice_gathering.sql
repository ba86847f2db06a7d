-- A notice gathers facts of its kind about its brand until it is closed, a minute after it was opened: with the minute in
-- the key, a fact that came after the closing but within the same minute found no place.
alter table notice drop column minute;
update notice set closed_at = now() where closed_at is null;
create unique index notice_gathering on notice (workspace_id, brand_id, kind) nulls not distinct where closed_at is null;
