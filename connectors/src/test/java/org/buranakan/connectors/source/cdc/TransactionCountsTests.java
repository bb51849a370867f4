package org.buranakan.connectors.source.cdc;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class TransactionCountsTests {

	private static final String PROJECTS = "public.projects";

	private static final Map<String, Long> DUE = Map.of(PROJECTS, 20L);

	private final TransactionCounts counts = new TransactionCounts();

	@Test
	void aTransactionOfWhichEveryRecordWasSeenIsComplete() {
		// Given
		see("753", 1, 2, 3);
		// When
		end("753", 3, 8);
		this.counts.settle();
		// Then
		assertThat(this.counts.oldest()).isEmpty();
	}

	@Test
	void aRecordThatCameTwiceCountsOnce() {
		// Given
		see("753", 1, 2, 2);
		// When
		end("753", 3, 8);
		// Then
		assertThat(lost()).containsExactly(new TransactionCounts.Loss("753", PROJECTS, 3, 2, 8));
	}

	@Test
	void anEndThatComesBeforeItsRecordsWaitsForThem() {
		// Given
		end("753", 2, 8);
		this.counts.settle();
		this.counts.date(DUE, Set.of());
		see("753", 1);
		// When
		Map<String, Long> overdue = this.counts.overdue(Map.of(PROJECTS, 19L));
		see("753", 2);
		this.counts.settle();
		// Then
		assertThat(overdue).isEmpty();
		assertThat(this.counts.overdue(DUE)).isEmpty();
		assertThat(this.counts.oldest()).isEmpty();
	}

	@Test
	void whatIsOverdueIsReadOnceMoreBeforeItCountsAsLost() {
		// Given
		see("753", 2);
		end("753", 2, 8);
		this.counts.date(DUE, Set.of());
		// When
		Map<String, Long> overdue = this.counts.overdue(DUE);
		see("753", 1);
		// Then
		assertThat(overdue).isEqualTo(DUE);
		assertThat(this.counts.lost(DUE, overdue.keySet())).isEmpty();
	}

	@Test
	void aLossIsToldOnce() {
		// Given
		end("753", 2, 8);
		// When
		List<TransactionCounts.Loss> losses = lost();
		// Then
		assertThat(losses).hasSize(1);
		assertThat(lost()).isEmpty();
	}

	@Test
	void theFirstOpenEndIsReadAgain() {
		// When
		end("753", 1, 8);
		end("754", 1, 9);
		// Then
		assertThat(this.counts.oldest()).hasValue(8);
	}

	@Test
	void aTableThatNobodyReadsIsNotMissed() {
		// When
		end("753", 1, 8);
		this.counts.date(DUE, Set.of());
		// Then
		assertThat(this.counts.lost(DUE, Set.of("public.activities"))).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "{", "{}", "[]", "null", "{\"status\":1}" })
	void whatIsNoCountIsToldApart(String value) {
		assertThat(this.counts.hear(told(value, 0))).isFalse();
	}

	@Test
	void anEndOfATableWhoseTopicIsNotFoundYetWaitsForIt() {
		// Given
		end("753", 2, 8);
		// When
		this.counts.date(Map.of("public.other", 3L), Set.of(PROJECTS));
		// Then
		assertThat(this.counts.isUndated()).isTrue();
		// When
		this.counts.date(Map.of("public.other", 3L), Set.of());
		// Then
		assertThat(this.counts.isUndated()).isFalse();
	}

	@Test
	void whatIsReadAgainAddsOnlyToWhatIsWaitedFor() {
		// Given
		end("753", 2, 8);
		this.counts.readAgain(true);
		// When
		for (int other = 1000; other < 12_000; other++) {
			see(String.valueOf(other), 1);
		}
		see("753", 1, 2);
		this.counts.readAgain(false);
		this.counts.settle();
		// Then
		assertThat(this.counts.oldest()).isEmpty();
	}

	@Test
	void whichTransactionsHadEndedBeforeIsKnownByTheLowerBitsOfTheirNumbers() {
		// Given
		end("753", 2, 8);
		// When, Then
		assertThat(this.counts.endedBefore((5L << 32) + 753, 9)).isTrue();
		assertThat(this.counts.endedBefore(753, 8)).isFalse();
		assertThat(this.counts.endedBefore(754, 9)).isFalse();
	}

	@Test
	void whatWasReconciledBeforeIsRememberedAndNotJudgedAgain() {
		// When
		this.counts.recall(new ConsumerRecord<>("raw.codi.transaction", 0, 3, null,
				"{\"status\":\"END\",\"id\":\"700:1\",\"data_collections\":[]}".getBytes(StandardCharsets.UTF_8)));
		this.counts.recall(new ConsumerRecord<>("raw.codi.transaction", 0, 4, null, null));
		// Then
		assertThat(this.counts.endedBefore(700, 4)).isTrue();
		assertThat(this.counts.oldest()).isEmpty();
	}

	@Test
	void aCountWithoutAValueCannotBeRead() {
		assertThat(this.counts.hear(new ConsumerRecord<>("raw.codi.transaction", 0, 3, null, null))).isFalse();
	}

	private List<TransactionCounts.Loss> lost() {
		this.counts.date(DUE, Set.of());
		return this.counts.lost(DUE, this.counts.overdue(DUE).keySet());
	}

	private void see(String transaction, int... orders) {
		for (int order : orders) {
			this.counts
				.see(ChangeReader.JSON.readTree("{\"id\":\"%s:%d\",\"total_order\":%d,\"data_collection_order\":%d}"
					.formatted(transaction, 26767080 + order, order, order)), PROJECTS);
		}
	}

	private static ConsumerRecord<byte[], byte[]> told(String value, long offset) {
		return new ConsumerRecord<>("raw.codi.transaction", 0, offset, new byte[0],
				value.getBytes(StandardCharsets.UTF_8));
	}

	private void end(String transaction, int records, long offset) {
		String end = """
				{"status":"END","id":"%s:26767096","event_count":%d,"data_collections":[{"data_collection":"public.projects","event_count":%d}],"ts_ms":1}"""
			.formatted(transaction, records, records);
		assertThat(this.counts.hear(told(end, offset))).isTrue();
	}

}
