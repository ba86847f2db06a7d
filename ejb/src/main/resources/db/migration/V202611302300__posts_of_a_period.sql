-- Which posts an account published in a period, and when, is asked by every page of figures. The index alone answers it
-- now, and is cheaper than reading whatever anybody wrote in that time. Neither column ever changes.
drop index status_by_profile;
create index status_by_profile on status (profile_id, id desc) include (created_at, publication_id);
