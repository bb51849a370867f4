package org.buranakan.connectors.source.cdc;

import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class TransactionSnapshotTests {

	@Test
	void isReadAsPostgreSqlWritesIt() {
		assertThat(TransactionSnapshot.parse("740:755:740,751"))
			.isEqualTo(new TransactionSnapshot(755, Set.of(740L, 751L)));
		assertThat(TransactionSnapshot.parse("755:755:")).isEqualTo(new TransactionSnapshot(755, Set.of()));
		assertThatIllegalArgumentException().isThrownBy(() -> TransactionSnapshot.parse("755"));
	}

	@ParameterizedTest
	@CsvSource({ "739, true", "740, false", "745, true", "751, false", "754, true", "755, false", "756, false" })
	void showsWhatHadEndedBefore(long transaction, boolean shown) {
		assertThat(TransactionSnapshot.parse("740:755:740,751").contains(transaction)).isEqualTo(shown);
	}

	/** Two rounds and three transactions after the first, of which one is open. */
	@ParameterizedTest
	@CsvSource({ "2, true", "1, false", "3, false", "4294967295, true", "4294967294, false", "2147483652, true",
			"2147483640, false" })
	void numbersGoRound(long lowerBits, boolean shown) {
		// Given
		TransactionSnapshot snapshot = TransactionSnapshot.parse("8589934590:8589934595:8589934590,8589934593");
		// When, Then
		assertThat(snapshot.contains(lowerBits)).isEqualTo(shown);
	}

}
