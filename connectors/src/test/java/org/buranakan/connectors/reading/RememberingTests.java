package org.buranakan.connectors.reading;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class RememberingTests {

	private static final LocalDate DAY = LocalDate.of(2022, 1, 24);

	private final List<Offered> asked = new ArrayList<>();

	private final Reader reader = (offered) -> {
		this.asked.add(offered);
		return new Reading.Read(offered.text() + this.asked.size());
	};

	@Test
	void whatWasReadIsNotReadAgainWhateverTheDayOfWhoKnowsNone() {
		// Given
		Reader remembering = new Remembering(this.reader, null);
		// When
		Reading first = remembering.read(Offered.of("ม.ค."), DAY);
		Reading second = remembering.read(Offered.of("ม.ค."));
		// Then
		assertThat(second).isEqualTo(first).isEqualTo(new Reading.Read("ม.ค.1"));
		assertThat(this.asked).hasSize(1);
	}

	@Test
	void anotherDayAndAnotherEditionOfWhatIsLookedUpAreReadAnew() {
		// Given
		AtomicReference<Object> edition = new AtomicReference<>("2565");
		Reader remembering = new Remembering(this.reader, edition::get);
		remembering.read(Offered.of("ต.ปากน้ำ"), DAY);
		// When
		remembering.read(Offered.of("ต.ปากน้ำ"), DAY.plusDays(1));
		edition.set("2566");
		remembering.read(Offered.of("ต.ปากน้ำ"), DAY.plusDays(1));
		remembering.read(Offered.of("ต.ปากน้ำ"), DAY.plusDays(1));
		// Then
		assertThat(this.asked).hasSize(3);
	}

	@Test
	void valuesThatShareASlotAreNotTakenForEachOther() {
		// Given
		Reader remembering = new Remembering((offered) -> new Reading.Read(offered.text()), null);
		// When, Then
		for (int round = 0; round < 2; round++) {
			for (int number = 0; number < 5000; number++) {
				assertThat(remembering.read(Offered.of("a" + number))).isEqualTo(new Reading.Read("a" + number));
			}
		}
	}

}
