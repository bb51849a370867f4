package org.buranakan.connectors.source.cdc;

import java.util.List;

import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.Uuid;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

class RawLogTests {

	private static final Uuid ID = RecordedChanges.LOG;

	@Test
	void readingGoesOnWhereItStopped() {
		// Given
		RawLog log = log(3, 9, committed(5, ID));
		// Then
		assertThat(log.start()).isEqualTo(5);
		assertThat(log.doubt()).isEmpty();
	}

	@Test
	void aTopicThatWasNeverReadIsReadFromItsBeginningAndComparedAsAMatterOfRoutine() {
		// Given
		RawLog log = log(0, 9, null);
		// Then
		assertThat(log.start()).isZero();
		assertThat(log.doubt()).get().returns(false, Doubt::isGrave);
	}

	@ParameterizedTest
	@MethodSource
	void whereRecordsAreGoneTheRestIsReadAndThatIsAGraveDoubt(RawLog log, String offsets) {
		assertThat(log.start()).isEqualTo(log.earliest());
		assertThat(log.doubt()).get()
			.returns(true, Doubt::isGrave)
			.returns(log.partition().topic(), Doubt::topic)
			.extracting(Doubt::reason, InstanceOfAssertFactories.STRING)
			.contains(" " + offsets + " ");
	}

	static List<Arguments> whereRecordsAreGoneTheRestIsReadAndThatIsAGraveDoubt() {
		return List.of(Arguments.of(log(6, 9, committed(5, ID)), "5-5"), Arguments.of(log(6, 9, null), "0-5"),
				Arguments.of(log(0, 4, committed(6, ID)), "4-5"),
				Arguments.of(log(0, 9, committed(5, Uuid.fromString("AAAAAAAAAAAAAAAAAAAAAQ"))), "5-?"));
	}

	@Test
	void whatIsCommittedNamesTheTopicItIsOf() {
		assertThat(log(0, 9, null).upTo(7)).isEqualTo(committed(7, ID));
	}

	private static RawLog log(long earliest, long end, @Nullable OffsetAndMetadata committed) {
		return new RawLog(new TopicPartition("raw.codi.public.projects", 0), ID, earliest, end, committed);
	}

	private static OffsetAndMetadata committed(long offset, Uuid topic) {
		return new OffsetAndMetadata(offset, topic.toString());
	}

}
