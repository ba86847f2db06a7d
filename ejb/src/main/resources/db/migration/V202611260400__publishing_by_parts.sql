-- Images and threads on networks outside. `attachments` and `parts` are copies of the post's, as they stood when its time
-- came. Where a network takes a thread part by part, `part` is the one at hand, `steps` how many there are, `part_ids` what
-- the network called those that are there; `media_ids` what it called the images, of which the first `media_ready` can be
-- shown.
alter table publication
    add column attachments jsonb,
    add column parts       jsonb,
    add column part        int    not null default 1,
    add column steps       int    not null default 1,
    add column part_ids    text[] not null default '{}',
    add column media_ids   text[] not null default '{}',
    add column media_ready int    not null default 0,
    add constraint publication_part_check check (part between 1 and steps),
    add constraint publication_media_check check (media_ready between 0 and cardinality(media_ids));

alter table attempt add column part int not null default 1;
