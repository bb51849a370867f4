-- Each half by its own index, so that a step costs the same however far the comparison has come.
SELECT key FROM (
    (SELECT key FROM (/* keys */) AS now WHERE key > :after ORDER BY key LIMIT :most)
    UNION
    (SELECT key FROM hub.published_row WHERE family = :family AND key > :after ORDER BY key LIMIT :most)) AS either
ORDER BY key LIMIT :most
