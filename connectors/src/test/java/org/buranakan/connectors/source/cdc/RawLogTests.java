package org.buranakan.connectors.source.cdc;

import java.util.OptionalLong;

import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.Uuid;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class RawLogTests {

	private static final Uuid ID = RecordedChanges.LOG;

	@Test
	void aTopicThatWasNeverReadIsReadFromItsBeginning() {
		assertThat(log(0, 9, null).start()).isEqualTo(new RawLog.Start.At(0));
	}

	@Test
	void readingGoesOnWhereItStopped() {
		assertThat(log(3, 9, committed(5, ID)).start()).isEqualTo(new RawLog.Start.At(5));
	}

	@Test
	void aTopicThatWasMadeAgainIsReadFromItsBeginning() {
		assertThat(log(0, 9, committed(5, Uuid.fromString("AAAAAAAAAAAAAAAAAAAAAQ"))).start())
			.isEqualTo(new RawLog.Start.At(0));
	}

	@Test
	void changesThatExpiredUnreadParkTheTable() {
		assertThat(log(6, 9, committed(5, ID)).start())
			.isEqualTo(new RawLog.Start.Parked("changes 5 to 5 are gone and were not read"));
	}

	@Test
	void changesThatExpiredAndNobodyKnowsOfParkTheTable() {
		assertThat(log(6, 9, null).start()).isInstanceOf(RawLog.Start.Parked.class);
	}

	@Test
	void aTopicShorterThanWhatWasReadParksTheTable() {
		assertThat(log(0, 4, committed(5, ID)).start()).isInstanceOf(RawLog.Start.Parked.class);
	}

	@Test
	void aSnapshotThatIsStillThereIsABeginningWhereChangesAreGone() {
		assertThat(log(6, 9, null).start(() -> OptionalLong.of(7))).isEqualTo(new RawLog.Start.At(7));
		assertThat(log(6, 9, committed(5, ID)).start(() -> OptionalLong.of(8))).isEqualTo(new RawLog.Start.At(8));
		assertThat(log(6, 9, null).start(OptionalLong::empty)).isInstanceOf(RawLog.Start.Parked.class);
	}

	@Test
	void aSnapshotIsNotLookedForWhereNothingIsGoneNorTrustedWhereTheTopicWasCutOff() {
		assertThat(log(3, 9, committed(5, ID)).start(() -> {
			throw new AssertionError("Looked for");
		})).isEqualTo(new RawLog.Start.At(5));
		assertThat(log(0, 4, committed(5, ID)).start(() -> OptionalLong.of(2))).isInstanceOf(RawLog.Start.Parked.class);
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
