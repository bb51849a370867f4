-- รันครั้งเดียวในฐานข้อมูลของหน่วยงาน ทั้งหมดหรือไม่มีอะไรเลย (มีแต่ค่าแฮชของรหัสผ่าน)
-- Run once in the agency's database, by who may create roles and owns the tables: all of it or nothing (it holds the
-- password's hash only). PostgreSQL needs wal_level = logical; set max_slot_wal_keep_size, or a capture that is away
-- for long fills the disk.
BEGIN;
CREATE ROLE {role} LOGIN REPLICATION PASSWORD '{hash}';
GRANT USAGE ON SCHEMA public TO {role};
GRANT SELECT ON public.activities, public.budget, public.complaints TO {role};
-- ให้การแก้ไขและการลบบอกค่าเดิมครบทุกคอลัมน์ · so that changes and deletions tell whom they were of
ALTER TABLE public.activities REPLICA IDENTITY FULL;
ALTER TABLE public.budget REPLICA IDENTITY FULL;
ALTER TABLE public.complaints REPLICA IDENTITY FULL;
CREATE PUBLICATION buranakan FOR TABLE public.activities, public.budget, public.complaints;
COMMIT;
