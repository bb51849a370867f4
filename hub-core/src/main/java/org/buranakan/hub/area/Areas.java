package org.buranakan.hub.area;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.buranakan.hub.view.Documents;
import org.buranakan.hub.view.Statement;
import org.buranakan.hub.view.Text;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/**
 * Reads areas.
 */
@Component
class Areas {

	private static final String AREA = Statement.of(Areas.class, "area.sql");

	private static final String TREE = Statement.of(Areas.class, "tree.sql");

	private final Documents documents;

	Areas(Documents documents) {
		this.documents = documents;
	}

	Optional<AreaView> byCode(String code) {
		return this.documents.one(AREA, Map.of("code", code), AreaView.class);
	}

	/** The areas of today down to a depth: 1 provinces, 2 amphoe, 3 tambon; by code. */
	List<AreaNode> tree(int depth) {
		Map<String, List<AreaNode>> children = new LinkedHashMap<>();
		List<AreaNode> top = new ArrayList<>();
		for (Row row : this.documents.list(TREE, Map.of("depth", depth), Row.class)) {
			AreaNode node = new AreaNode(row.code(), row.level(), row.name(), row.lat(), row.lon(), row.stage(),
					children.computeIfAbsent(row.code(), (code) -> new ArrayList<>()));
			List<AreaNode> siblings = (row.parent() != null)
					? children.computeIfAbsent(row.parent(), (code) -> new ArrayList<>()) : top;
			siblings.add(node);
		}
		return top;
	}

	private record Row(String code, @Nullable String parent, Level level, Text name, @Nullable Double lat,
			@Nullable Double lon, @Nullable String stage) {

	}

}
