package org.buranakan.connectors.source.spreadsheet;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class SeenKeysTests {

	@Test
	void aKeyIsKnownByWhereItStoodFirstHoweverManyThereAre() {
		// Given
		SeenKeys keys = new SeenKeys();
		keys.enter("ก");
		for (int row = 2; row < 50_000; row++) {
			assertThat(keys.add("PLAN pacc-zone-1:" + row, row)).isEmpty();
		}
		keys.enter("ข");
		// When
		keys.add("PLAN pacc-zone-1:new", 2);
		// Then
		assertThat(keys.add("PLAN pacc-zone-1:17", 3)).contains("ก!17");
		assertThat(keys.add("PLAN pacc-zone-1:49999", 4)).contains("ก!49999");
		assertThat(keys.add("PLAN pacc-zone-1:new", 5)).contains("ข!2");
	}

	@Test
	void aKeyTwiceOnOneRowIsRepeatedToo() {
		// Given
		SeenKeys keys = new SeenKeys();
		keys.enter("");
		// When
		keys.add("PLAN a:1", 7);
		// Then
		assertThat(keys.add("PLAN a:1", 7)).contains("7");
	}

}
