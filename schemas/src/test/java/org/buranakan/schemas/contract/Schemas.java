package org.buranakan.schemas.contract;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import org.apache.avro.Schema;

/** Walks a schema. */
final class Schemas {

	private Schemas() {
	}

	/** The schema and all that it consists of, each once. */
	static List<Schema> within(Schema schema) {
		Set<Schema> found = new LinkedHashSet<>();
		collect(schema, found);
		return new ArrayList<>(found);
	}

	private static void collect(Schema schema, Set<Schema> found) {
		if (!found.add(schema)) {
			return;
		}
		switch (schema.getType()) {
			case RECORD -> schema.getFields().forEach((field) -> collect(field.schema(), found));
			case ARRAY -> collect(schema.getElementType(), found);
			case MAP -> collect(schema.getValueType(), found);
			case UNION -> schema.getTypes().forEach((type) -> collect(type, found));
			case ENUM, FIXED, STRING, BYTES, INT, LONG, FLOAT, DOUBLE, BOOLEAN, NULL -> {
			}
		}
	}

}
