package org.buranakan.connectors.source.cdc;

import org.buranakan.schemas.connect.ConnectorState;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class SteadinessTests {

	private static final ConnectorState RUNNING = new ConnectorState.Running();

	private static final ConnectorState FAILED = new ConnectorState.Failed("no right to write");

	private static final ConnectorState WAITING = new ConnectorState.Waiting("UNASSIGNED");

	private final Steadiness steadiness = new Steadiness();

	@Test
	void oneThatRunsAgainAfterItsFirstRestartIsBelievedAtOnce() {
		// Given
		look(RUNNING, 1000);
		look(FAILED, 1);
		// When
		this.steadiness.restarted();
		// Then
		assertThat(this.steadiness.of(WAITING)).isEqualTo(WAITING);
		assertThat(this.steadiness.of(RUNNING)).isEqualTo(RUNNING);
	}

	@Test
	void oneThatFailsAgainAndAgainCountsAsFailedUntilItHasRunForTwiceAsLong() {
		// Given
		look(FAILED, 1);
		this.steadiness.restarted();
		look(RUNNING, 5);
		look(FAILED, 1);
		// When
		this.steadiness.restarted();
		// Then
		for (int look = 0; look < 10; look++) {
			assertThat(this.steadiness.of(RUNNING)).isEqualTo(FAILED);
		}
		assertThat(this.steadiness.of(RUNNING)).isEqualTo(RUNNING);
	}

	@Test
	void oneThatHasRunForLongIsBelievedAgain() {
		// Given
		look(FAILED, 1);
		this.steadiness.restarted();
		look(RUNNING, 5);
		look(FAILED, 1);
		this.steadiness.restarted();
		look(RUNNING, 120);
		look(FAILED, 1);
		// When
		this.steadiness.restarted();
		// Then
		assertThat(this.steadiness.of(RUNNING)).isEqualTo(RUNNING);
	}

	private void look(ConnectorState told, int times) {
		for (int look = 0; look < times; look++) {
			this.steadiness.of(told);
		}
	}

}
