-- A statement that has the planner look at its parameters (plan_cache_mode=force_custom_plan) has every function that it calls planned anew for each row
-- otherwise, which cost a row of the view ten times as much as reading it. Functions without a statement of their own are part of the caller's.
ALTER FUNCTION all_named SET plan_cache_mode = force_generic_plan;
ALTER FUNCTION places SET plan_cache_mode = force_generic_plan;
ALTER FUNCTION phase_amounts SET plan_cache_mode = force_generic_plan;
ALTER FUNCTION blocked_amounts SET plan_cache_mode = force_generic_plan;
ALTER FUNCTION satang_per_restriction SET plan_cache_mode = force_generic_plan;
ALTER FUNCTION activity_money SET plan_cache_mode = force_generic_plan;
ALTER FUNCTION activity_blocked SET plan_cache_mode = force_generic_plan;
ALTER FUNCTION log_position SET plan_cache_mode = force_generic_plan;
ALTER FUNCTION threshold SET plan_cache_mode = force_generic_plan;
ALTER FUNCTION stances SET plan_cache_mode = force_generic_plan;
ALTER FUNCTION disregarded SET plan_cache_mode = force_generic_plan;
ALTER FUNCTION finding_content SET plan_cache_mode = force_generic_plan;
ALTER FUNCTION agrees SET plan_cache_mode = force_generic_plan;
ALTER FUNCTION stated SET plan_cache_mode = force_generic_plan;
