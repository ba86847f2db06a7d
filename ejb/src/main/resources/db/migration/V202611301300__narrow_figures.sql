-- Counts are read far more often than people: rows stay narrow, so that a page of the table holds many. A set of more than
-- some hundred people moves out of its row, uncompressed: bitmaps and sketches do not shrink, only the trying costs.
alter table quarter_bucket set (toast_tuple_target = 384);
alter table day_bucket set (toast_tuple_target = 384);
alter table status_total set (toast_tuple_target = 384);
alter table quarter_bucket alter people set storage external, alter anonymous set storage external,
    alter engaged set storage external;
alter table day_bucket alter people set storage external, alter anonymous set storage external,
    alter engaged set storage external;
alter table status_total alter people set storage external, alter anonymous set storage external,
    alter engaged set storage external;
