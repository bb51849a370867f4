package org.buranakan.schemas.contract;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

import org.apache.avro.Schema;
import org.apache.avro.SchemaCompatibility;
import org.apache.avro.SchemaCompatibility.SchemaCompatibilityType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What is committed stays as it is, to the letter: {@code committed-contracts.sha256} is
 * only ever added to. A registry takes the same contract with another comment for another
 * version.
 */
class CommittedContractsTests {

	@Test
	void noCommittedVersionIsEverChanged() {
		assertThat(digests()).isEqualTo(recorded());
	}

	@ParameterizedTest(name = "{0}")
	@CsvSource(delimiter = ';', quoteCharacter = '`',
			textBlock = """
					a field without a default is added; ``                                 ; {"name": "a", "type": "long"}
					a field is renamed                ; {"name": "a", "type": "string"}    ; {"name": "b", "type": "string"}
					a union grows                     ; {"name": "a", "type": ["null", "long"]}; {"name": "a", "type": ["null", "long", "string"]}
					a required field becomes optional ; {"name": "a", "type": "int"}       ; {"name": "a", "type": ["null", "int"]}
					a number becomes text             ; {"name": "a", "type": "int"}       ; {"name": "a", "type": "string"}
					""")
	void whatMustNeverHappenIsFoundIncompatible(String change, String before, String after) {
		// Given
		Schema older = record(before);
		Schema newer = record(after);
		// When
		boolean compatible = reads(newer, older) && reads(older, newer);
		// Then
		assertThat(compatible).as(change).isFalse();
	}

	private static boolean reads(Schema reader, Schema writer) {
		return SchemaCompatibility.checkReaderWriterCompatibility(reader, writer)
			.getType() == SchemaCompatibilityType.COMPATIBLE;
	}

	private static Schema record(String field) {
		return new Schema.Parser().parse("{\"type\": \"record\", \"name\": \"R\", \"fields\": [" + field + "]}");
	}

	private static Map<String, String> digests() {
		Map<String, String> digests = new TreeMap<>();
		for (Contract contract : Contract.all()) {
			for (int version = 1; version <= contract.versions().size(); version++) {
				digests.put(contract.kind().code() + "/v" + version + ".avsc",
						digest(contract.versions().get(version - 1)));
			}
		}
		return digests;
	}

	private static Map<String, String> recorded() {
		try (InputStream list = CommittedContractsTests.class.getResourceAsStream("/committed-contracts.sha256")) {
			assertThat(list).isNotNull();
			return new String(list.readAllBytes(), StandardCharsets.UTF_8).lines()
				.map((line) -> line.split(" +"))
				.collect(Collectors.toMap((parts) -> parts[1], (parts) -> parts[0], (one, other) -> one, TreeMap::new));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static String digest(String text) {
		try {
			return HexFormat.of()
				.formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
