-- Home asks for the few posts that need somebody among all that went well.
create index post_attention on post (workspace_id, brand_id, state)
    where state in ('FAILED', 'MISSED', 'HELD', 'IN_REVIEW');
