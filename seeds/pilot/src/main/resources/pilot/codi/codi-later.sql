-- สิ่งที่เกิดขึ้นหลังวันที่ 7 กุมภาพันธ์ 2565 (ตัวอย่างประกอบ): later changes of CODI's database, in the order they happen,
-- for the run and for tests that watch a live update. Each block is one transaction.

BEGIN;
UPDATE activities
SET activity_status = 'ดำเนินการแล้ว', actual_persons = 43, result = 'มีแกนนำเฝ้าระวัง 43 คน', result_en = '43 community watchers trained',
    updated_at = '2022-02-18 17:00+07'
WHERE activity_no = 'CD65-004';
INSERT INTO disbursements (voucher_no, project_code, activity_no, budget_line, line_name, line_name_en, fiscal_year_be, movement, amount_baht, area_code,
                           posted_on, recipient, procurement, data_basis, updated_at)
VALUES ('DV65-101', 'BR65-20', 'CD65-004', 'BR65-TRAIN', 'งบอบรมแกนนำ', 'Training of leaders', 2565, 'เบิกจ่าย', 18000.00, '200104',
        '2022-02-18', 'network-20', 'เฉพาะเจาะจง', 'ตัวอย่างประกอบ', '2022-02-18 17:05+07');
COMMIT;

BEGIN;
UPDATE projects
SET milestones = milestones || '[{"no": "M5", "step": "เวทีเสนอแผนของ 15 พื้นที่ จังหวัดสมุทรปราการ", "step_en": "Forum of the 15 areas’ plans, Samut Prakan", "due": "28/02/2565", "state": "ตามแผน", "done": null}]',
    remark = 'ปรับตามข้อเสนอของขบวนองค์กรชุมชนจังหวัดสมุทรปราการ', remark_en = 'Adjusted as the Samut Prakan network asked',
    updated_at = '2022-02-10 09:00+07'
WHERE project_code = 'BR65-JOINT';
INSERT INTO resolutions (resolution_no, project_code, plan_revision, party, stance, stated_date, data_basis, updated_at)
VALUES ('RS65-06', 'BR65-JOINT', 2, 'codi', 'เสนอ', '10/02/2565', 'ตัวอย่างประกอบ', '2022-02-10 09:05+07'),
       ('RS65-07', 'BR65-JOINT', 2, 'network-11', 'เห็นชอบ', '11/02/2565', 'ตัวอย่างประกอบ', '2022-02-11 14:00+07');
COMMIT;
