-- Ordered while the rows are narrow: a materialised CTE is read in the order in which it was made. The names of all areas and
-- plans cost less than to find out which of them are needed.
WITH chosen AS MATERIALIZED (
    SELECT * FROM (
        /* items */
    ) AS item ORDER BY starts_on, id COLLATE "C"
), wanted_area AS (
    SELECT area FROM activity_area UNION SELECT area FROM milestone_area
), wanted_plan AS (
    SELECT plan FROM agreement
),
/* names */
SELECT /* document */ FROM chosen c
