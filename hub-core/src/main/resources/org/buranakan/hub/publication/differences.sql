-- Each row is composed once, however often it is looked at.
WITH composed AS MATERIALIZED (
    /* rows */
), now AS MATERIALIZED (
    SELECT key, content::text AS content, encode(sha256(convert_to(content::text, 'UTF8')), 'hex') AS hash FROM composed
), before AS (
    SELECT key, hash FROM hub.published_row WHERE family = :family AND key = ANY (:keys::text[])
)
SELECT coalesce(now.key, before.key) AS key, now.content, now.hash
FROM now FULL JOIN before ON before.key = now.key
WHERE now.key IS NULL OR now.hash IS DISTINCT FROM before.hash
ORDER BY coalesce(now.key, before.key) COLLATE "C"
