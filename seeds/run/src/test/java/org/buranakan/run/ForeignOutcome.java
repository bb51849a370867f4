package org.buranakan.run;

import java.util.List;

import tools.jackson.databind.JsonNode;

/** What became of one act of the foreign client. */
sealed interface ForeignOutcome {

	/** Every record of the topic, decoded: offset, key, type and value. */
	record Read(List<JsonNode> records) implements ForeignOutcome {
	}

	record Written() implements ForeignOutcome {
	}

	/** Kafka's name of the error. */
	record Refused(String code) implements ForeignOutcome {
	}

	static ForeignOutcome of(JsonNode said) {
		return switch (said.path("outcome").asString()) {
			case "read" -> new Read(said.path("records").valueStream().toList());
			case "written" -> new Written();
			case "refused" -> new Refused(said.path("code").asString());
			default -> throw new IllegalArgumentException("The foreign client says " + said);
		};
	}

}
