package org.buranakan.connectors.access;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;

import org.buranakan.schemas.topic.AgencyId;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class TurnsTests {

	private static final AgencyId FLOODING = new AgencyId("pacoc-19");

	private static final AgencyId QUIET = new AgencyId("pacoc-20");

	private final Turns turns = new Turns();

	@Test
	void theThirdRequestOfAnAgencyStandsInLineAndNobodyElsesDoes() throws TurnedAway {
		// Given
		Turns.Turn first = this.turns.await(FLOODING);
		Turns.Turn second = this.turns.await(FLOODING);
		// When
		CompletableFuture<Turns.Turn> third = CompletableFuture.supplyAsync(this::flood);
		// Then
		this.turns.await(QUIET).close();
		assertThat(third).isNotDone();
		// And
		first.close();
		assertThat(third).succeedsWithin(Duration.ofSeconds(10)).satisfies(Turns.Turn::close);
		second.close();
	}

	private Turns.Turn flood() {
		try {
			return this.turns.await(FLOODING);
		}
		catch (TurnedAway ex) {
			throw new IllegalStateException(ex);
		}
	}

}
