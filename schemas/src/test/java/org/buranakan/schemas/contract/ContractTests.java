package org.buranakan.schemas.contract;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.apache.avro.Schema;
import org.apache.avro.SchemaCompatibility;
import org.apache.avro.SchemaCompatibility.SchemaCompatibilityType;
import org.apache.avro.SchemaFormatter;
import org.apache.avro.specific.SpecificData;
import org.buranakan.schemas.topic.Topics;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Every version ever committed, against what this build generates and against each other.
 */
class ContractTests {

	@ParameterizedTest
	@EnumSource(Topics.class)
	void newestCommittedVersionIsWhatTheGeneratedClassReadsAndWrites(Topics kind) {
		kind.value().ifPresent((type) -> {
			Schema generated = withoutJavaMarks(SpecificData.get().getSchema(type));
			List<String> committed = Contract.of(kind).map(Contract::versions).orElse(List.of());
			boolean same = !committed.isEmpty() && parse(committed.getLast()).toString().equals(generated.toString());
			assertThat(same).as(same ? "" : whatToDo(kind, committed.size() + 1, generated)).isTrue();
		});
	}

	@ParameterizedTest
	@MethodSource("pairs")
	void everyVersionReadsEveryOther(Pair pair) {
		SchemaCompatibility.SchemaPairCompatibility verdict = SchemaCompatibility
			.checkReaderWriterCompatibility(pair.reader(), pair.writer());
		assertThat(verdict.getType()).as(verdict.getDescription()).isEqualTo(SchemaCompatibilityType.COMPATIBLE);
	}

	@ParameterizedTest
	@MethodSource("contracts")
	void noCommittedVersionCarriesMarksOfTheJavaGenerator(Contract contract) {
		assertThat(contract.versions()).noneMatch((text) -> text.contains("avro.java.string"));
	}

	@ParameterizedTest
	@MethodSource("contracts")
	void everyEnumHasADefaultSoThatItCanGrow(Contract contract) {
		assertThat(Schemas.within(parse(contract.newest())))
			.filteredOn((schema) -> schema.getType() == Schema.Type.ENUM)
			.allSatisfy((schema) -> assertThat(schema.getEnumDefault()).isEqualTo("UNKNOWN"));
	}

	@ParameterizedTest
	@MethodSource("contracts")
	void unionsOnlyMakeAValueOptionalBecauseNoUnionCanGrow(Contract contract) {
		assertThat(Schemas.within(parse(contract.newest())))
			.filteredOn((schema) -> schema.getType() == Schema.Type.UNION)
			.allSatisfy((schema) -> {
				assertThat(schema.getTypes()).hasSize(2);
				assertThat(schema.getTypes().getFirst().getType()).isEqualTo(Schema.Type.NULL);
			});
	}

	static Stream<Contract> contracts() {
		return Contract.all().stream();
	}

	static Stream<Pair> pairs() {
		return contracts().flatMap((contract) -> {
			int count = contract.versions().size();
			return IntStream.range(0, count * count)
				.mapToObj((index) -> new Pair(contract, index / count + 1, index % count + 1));
		});
	}

	private static String whatToDo(Topics kind, int version, Schema generated) {
		Path proposed = Path.of("target", "contracts", kind.code(), "v" + version + ".avsc");
		try {
			Files.createDirectories(proposed.getParent());
			Files.writeString(proposed, SchemaFormatter.format("json/pretty", generated) + "\n");
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		return """
				The contract of %s has changed under src/main/avro. Contracts are for ever: if this was not meant, undo it. \
				If it was, copy %s to src/main/resources/contracts/%s/, leave the older versions alone, and store a sample \
				of it under src/test/resources/samples/%s/ (SampleTests says how), and add the file's sha256sum to \
				src/test/resources/committed-contracts.sha256."""
			.formatted(kind, proposed, kind.code(), kind.code());
	}

	private static Schema withoutJavaMarks(Schema schema) {
		return parse(schema.toString().replace(",\"avro.java.string\":\"String\"", ""));
	}

	private static Schema parse(String text) {
		return new Schema.Parser().parse(text);
	}

	record Pair(Contract contract, int readerVersion, int writerVersion) {

		Schema reader() {
			return parse(this.contract.versions().get(this.readerVersion - 1));
		}

		Schema writer() {
			return parse(this.contract.versions().get(this.writerVersion - 1));
		}

		@Override
		public String toString() {
			return "%s: v%d reads v%d".formatted(this.contract.kind(), this.readerVersion, this.writerVersion);
		}

	}

}
