-- What a claim writes comes from the post it holds locked and from the account it reads in the same statement: a key
-- would look each of them up once more, 80 of the 340 µs a post took. What these keys refuse in others is refused by
-- the rights below: what a row could point to is never deleted (ADR 171).
alter table publication drop constraint publication_workspace_id_post_id_fkey;
alter table publication drop constraint publication_workspace_id_account_id_fkey;
alter table status drop constraint status_profile_id_fkey;
alter table hashtag_status drop constraint hashtag_status_status_id_fkey;
revoke delete on post, social_account, profile from gazouillis_app, gazouillis_worker;

-- Nothing asks by conversation; and a status knows its publication, so that nothing need ask the other way round.
drop index status_by_conversation;
drop index publication_by_status;
