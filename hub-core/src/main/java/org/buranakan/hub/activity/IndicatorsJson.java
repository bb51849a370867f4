package org.buranakan.hub.activity;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.buranakan.schemas.event.Indicator;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** The indicators of an activity as its row holds them. */
final class IndicatorsJson {

	private static final JsonMapper MAPPER = new JsonMapper();

	private IndicatorsJson() {
	}

	static String of(List<Indicator> indicators) {
		if (indicators.isEmpty()) {
			return "[]";
		}
		List<Map<String, @Nullable Object>> items = new ArrayList<>();
		for (Indicator indicator : indicators) {
			Map<String, @Nullable Object> item = new LinkedHashMap<>();
			item.put("code", indicator.getCode());
			item.put("unit", indicator.getUnit());
			item.put("target", indicator.getTarget());
			item.put("actual", indicator.getActual());
			items.add(item);
		}
		return MAPPER.writeValueAsString(items);
	}

}
