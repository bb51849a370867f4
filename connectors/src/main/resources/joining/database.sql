-- รันครั้งเดียวในฐานข้อมูลของหน่วยงาน มีรหัสผ่านอยู่ในนี้ เป็นความลับ
-- Run once in the agency's database, by who may create roles and owns the tables; secret, for the password is in it.
-- PostgreSQL needs wal_level = logical. Set max_slot_wal_keep_size, or a capture that is away for long fills the disk.
CREATE ROLE buranakan_capture LOGIN REPLICATION PASSWORD '{password}';
GRANT USAGE ON SCHEMA public TO buranakan_capture;
GRANT SELECT ON public.activities, public.budget, public.complaints TO buranakan_capture;
-- ให้การแก้ไขและการลบบอกค่าเดิมครบทุกคอลัมน์ · so that changes and deletions tell whom they were of
ALTER TABLE public.activities REPLICA IDENTITY FULL;
ALTER TABLE public.budget REPLICA IDENTITY FULL;
ALTER TABLE public.complaints REPLICA IDENTITY FULL;
CREATE PUBLICATION buranakan FOR TABLE public.activities, public.budget, public.complaints;
