-- A step of the roll-up writes the sets of people of all cells that somebody joins anew, and they lie beside their
-- table (TOAST). While fifty million events were caught up with, the vacuum that frees the old ones ran once: 24 GB of
-- old sets stood beside 70 MB. It works without pauses there now, and begins after 50,000 pieces of two kilobytes.
alter table quarter_bucket set (
  toast.autovacuum_vacuum_cost_delay = 0, toast.autovacuum_vacuum_threshold = 50000, toast.autovacuum_vacuum_scale_factor = 0.2);
alter table day_bucket set (
  toast.autovacuum_vacuum_cost_delay = 0, toast.autovacuum_vacuum_threshold = 50000, toast.autovacuum_vacuum_scale_factor = 0.2);
alter table status_total set (
  toast.autovacuum_vacuum_cost_delay = 0, toast.autovacuum_vacuum_threshold = 50000, toast.autovacuum_vacuum_scale_factor = 0.2);
