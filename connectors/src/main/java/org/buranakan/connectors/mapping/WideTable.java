package org.buranakan.connectors.mapping;

import java.util.List;
import java.util.Map;
import java.util.Set;

import org.buranakan.connectors.reading.Era;
import org.buranakan.connectors.reading.HeadedPeriod;

/** What a profile says of the columns of a wide table, and whether it can be meant. */
record WideTable(Section section, Era era) {

	/** Adds the columns of all periods, none of which a table has to have. */
	Unpivot into(Map<String, List<String>> columns, Set<String> optional) {
		this.section.only("columns", "as", "names");
		String as = free("as", columns);
		String names = free("names", columns);
		if (as.equals(names)) {
			throw new ProfileMistake(this.section.at("names"), "is called like the values");
		}
		List<HeadedPeriod> periods = periods();
		for (HeadedPeriod period : periods) {
			columns.put(Unpivot.column(as, period), period.headings());
			optional.add(Unpivot.column(as, period));
		}
		return Unpivot.of(periods, as, names);
	}

	/** Finds events that would be the same for every column. */
	static void check(Unpivot unpivot, Section source, List<EventProfile> events) {
		if (events.stream().noneMatch(unpivot::isOf)) {
			throw new ProfileMistake(source.at("unpivot"), "no event's key has {" + unpivot.names() + "}");
		}
		for (int index = 0; index < events.size(); index++) {
			EventProfile event = events.get(index);
			Set<String> used = event.columns();
			if (!unpivot.isOf(event) && (used.contains(unpivot.as()) || used.contains(unpivot.names()))) {
				throw new ProfileMistake(source.at("events") + "[" + index + "].key", "needs {" + unpivot.names()
						+ "} in it, or the events of all columns would be one and the same");
			}
		}
	}

	private String free(String name, Map<String, List<String>> columns) {
		String column = this.section.required(name);
		if (columns.containsKey(column)) {
			throw new ProfileMistake(this.section.at(name), "'" + column + "' is one of the source's columns");
		}
		return column;
	}

	private List<HeadedPeriod> periods() {
		String heading = this.section.required("columns");
		try {
			return HeadedPeriod.in(heading, this.era);
		}
		catch (IllegalArgumentException ex) {
			throw new ProfileMistake(this.section.at("columns"), String.valueOf(ex.getMessage()));
		}
	}

}
