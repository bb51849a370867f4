package org.buranakan.connectors.access;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;

import org.buranakan.schemas.topic.AgencyId;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class TurnsTests {

	private static final AgencyId FLOODING = new AgencyId("pacoc-19");

	private static final AgencyId QUIET = new AgencyId("pacoc-20");

	private final Turns turns = new Turns();

	@Test
	void theFifthRequestOfAnAgencyStandsInLineAndNobodyElsesDoes() throws TurnedAway {
		// Given
		Turns.Turn first = this.turns.await(FLOODING);
		List<Turns.Turn> others = List.of(this.turns.await(FLOODING), this.turns.await(FLOODING),
				this.turns.await(FLOODING));
		// When
		CompletableFuture<Turns.Turn> fifth = CompletableFuture.supplyAsync(this::flood);
		// Then
		this.turns.await(QUIET).close();
		assertThat(fifth).isNotDone();
		// And
		first.close();
		assertThat(fifth).succeedsWithin(Duration.ofSeconds(10)).satisfies(Turns.Turn::close);
		others.forEach(Turns.Turn::close);
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
