-- Ordered while the rows are narrow; OFFSET 0 keeps the planner from building the documents before that.
SELECT /* document */ FROM (
    SELECT * FROM (
        /* items */
    ) AS item ORDER BY starts_on, id COLLATE "C" OFFSET 0
) AS c
