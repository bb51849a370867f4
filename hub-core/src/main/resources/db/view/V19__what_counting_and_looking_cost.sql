-- How many activities a nation has in a year is counted in an index that has nothing but days.
CREATE INDEX activity_days ON activity (starts_on, ends_on);

-- Nobody searches by what a row touches: ANALYZE, which comes often while tables grow, need not look at it.
ALTER TABLE act ALTER touches SET STATISTICS 0;
ALTER TABLE activity ALTER touches SET STATISTICS 0;
ALTER TABLE agreement ALTER touches SET STATISTICS 0;
ALTER TABLE answer ALTER touches SET STATISTICS 0;
ALTER TABLE complaint_count ALTER touches SET STATISTICS 0;
ALTER TABLE plan ALTER touches SET STATISTICS 0;
ALTER TABLE posting ALTER touches SET STATISTICS 0;
ALTER TABLE reference ALTER touches SET STATISTICS 0;
