-- Which steps of the demo are done: see boot.demo.
create table demo_step (
    step    text primary key,
    done_at timestamptz not null
);
revoke all on demo_step from gazouillis_app;
