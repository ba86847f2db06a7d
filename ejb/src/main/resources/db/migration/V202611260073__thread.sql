-- More of a post, on its own row for the claim. `parts`: what follows the text as replies, a list of
-- {"text", "hashtags", "mentions", "urls"}. `variants`: what an account says instead of the text, by its id, the same.
alter table post add column parts jsonb check (jsonb_array_length(parts) between 1 and 9);
alter table post add column variants jsonb;
alter table post_revision add column attachments jsonb, add column parts jsonb, add column variants jsonb;

-- A JSON list of strings as an array.
create function words(list jsonb) returns text[]
    language sql immutable parallel safe as
$$ select array(select jsonb_array_elements_text(list)) $$;
