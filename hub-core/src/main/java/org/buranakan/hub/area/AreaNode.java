package org.buranakan.hub.area;

import java.util.List;

import org.buranakan.hub.view.Text;
import org.jspecify.annotations.Nullable;

/**
 * A node of the tree of areas.
 *
 * @param lat degrees north, null where unknown, as is {@code lon}
 * @param stage of a tambon of the programme, the stage it has reached; otherwise null
 * @param children empty below the depth asked for
 */
record AreaNode(String code, Level level, Text name, @Nullable Double lat, @Nullable Double lon, @Nullable String stage,
		List<AreaNode> children) {

}
