SELECT /* document */ || jsonb_build_object(
    'joint', CASE WHEN a.same_as IS NOT NULL OR EXISTS (SELECT FROM activity o WHERE o.same_as = a.id) THEN (
        SELECT joint FROM joint_activity(same_activity(a.id)) AS joint WHERE jsonb_array_length(joint -> 'reports') > 1) END)
FROM activity a WHERE a.id = :id
