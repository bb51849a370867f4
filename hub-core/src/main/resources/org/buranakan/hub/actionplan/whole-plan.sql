-- Ordered while the rows are narrow: a materialised CTE is read in the order in which it was made.
WITH chosen AS MATERIALIZED (
    SELECT * FROM (
        /* items */
    ) AS item ORDER BY starts_on, id COLLATE "C"
),
/* names */
SELECT /* document */ FROM chosen c
