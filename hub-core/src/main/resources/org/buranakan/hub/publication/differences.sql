SELECT coalesce(now.key, before.key) AS key, now.content::text AS content, now.hash
FROM (SELECT key, content, encode(sha256(convert_to(content::text, 'UTF8')), 'hex') AS hash FROM (/* rows */) AS composed) AS now
     FULL JOIN (SELECT key, hash FROM hub.published_row WHERE family = :family AND key = ANY (:keys::text[])) AS before
     ON before.key = now.key
WHERE now.key IS NULL OR now.hash IS DISTINCT FROM before.hash
ORDER BY coalesce(now.key, before.key) COLLATE "C"
