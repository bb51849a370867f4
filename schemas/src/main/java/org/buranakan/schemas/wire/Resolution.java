package org.buranakan.schemas.wire;

import org.apache.avro.Conversions;
import org.apache.avro.Schema;
import org.apache.avro.SchemaCompatibility;
import org.apache.avro.SchemaCompatibility.SchemaCompatibilityType;
import org.apache.avro.data.TimeConversions;
import org.apache.avro.io.DatumReader;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificDatumReader;
import org.apache.avro.specific.SpecificRecord;
import org.buranakan.schemas.contract.GeneratedClasses;

/** How values of one schema are read as another. */
final class Resolution {

	/**
	 * Resolves once per schema pair instead of once per field; the conversions of the
	 * contracts' logical types.
	 */
	private static final SpecificData MODEL = model();

	static {
		GeneratedClasses.trust();
	}

	private Resolution() {
	}

	/** Whether the writer's schema has the reader's name and can be read as it. */
	static boolean isPossible(Schema writer, Schema reader) {
		return reader.getFullName().equals(writer.getFullName())
				&& SchemaCompatibility.checkReaderWriterCompatibility(reader, writer)
					.getType() == SchemaCompatibilityType.COMPATIBLE;
	}

	static <T extends SpecificRecord> DatumReader<T> reader(Schema writer, Schema reader) {
		return new SpecificDatumReader<>(writer, reader, MODEL);
	}

	private static SpecificData model() {
		SpecificData model = new SpecificData();
		model.addLogicalTypeConversion(new TimeConversions.DateConversion());
		model.addLogicalTypeConversion(new TimeConversions.TimestampMicrosConversion());
		model.addLogicalTypeConversion(new Conversions.UUIDConversion());
		model.setFastReaderEnabled(true);
		return model;
	}

}
