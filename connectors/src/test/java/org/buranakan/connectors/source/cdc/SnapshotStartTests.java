package org.buranakan.connectors.source.cdc;

import java.nio.charset.StandardCharsets;
import java.util.OptionalLong;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class SnapshotStartTests {

	private final SnapshotStart start = new SnapshotStart();

	private long offset = 40;

	@ParameterizedTest
	@ValueSource(strings = { "first", "first_in_data_collection" })
	void theFirstRowOfASnapshotIsABeginning(String mark) {
		// When
		changes("u");
		rows(mark, "true", "last", "first");
		// Then
		assertThat(this.start.offset()).isEqualTo(OptionalLong.of(41));
	}

	@Test
	void theOnlyRowOfATableIsCalledItsLastAndIsABeginning() {
		// When
		changes("d");
		rows("last_in_data_collection");
		// Then
		assertThat(this.start.offset()).isEqualTo(OptionalLong.of(41));
	}

	@Test
	void whatIsLeftOfASnapshotWhoseFirstRowsExpiredIsNone() {
		// When
		rows("true", "last");
		changes("u", "c");
		// Then
		assertThat(this.start.offset()).isEmpty();
	}

	@Test
	void aLastRowThatMayHaveOthersBeforeItIsNone() {
		// When
		rows("last");
		// Then
		assertThat(this.start.offset()).isEmpty();
	}

	@Test
	void neitherASnapshotBitByBitNorATombstoneNorADamagedRecordIsOne() {
		// When
		rows("incremental", "incremental");
		see(null);
		see("{");
		// Then
		assertThat(this.start.offset()).isEmpty();
	}

	private void rows(String... marks) {
		for (String mark : marks) {
			see("{\"op\":\"r\",\"source\":{\"snapshot\":\"" + mark + "\"}}");
		}
	}

	private void changes(String... operations) {
		for (String operation : operations) {
			see("{\"op\":\"" + operation + "\",\"source\":{\"snapshot\":\"false\"}}");
		}
	}

	private void see(@Nullable String value) {
		byte @Nullable [] bytes = (value != null) ? value.getBytes(StandardCharsets.UTF_8) : null;
		this.start.see(new ConsumerRecord<>("raw.codi.public.projects", 0, this.offset++, new byte[0], bytes));
	}

}
