package org.buranakan.connectors.access;

import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.atomic.AtomicLong;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class HeldBodyTests {

	private final AtomicLong held = new AtomicLong();

	@Test
	void bodiesShareTheRoomUntilTheyAreClosed() throws IOException {
		// Given
		HeldBody first = HeldBody.of(body(60_000), this.held, 100_000);
		// When
		assertThatExceptionOfType(TurnedAway.class).isThrownBy(() -> HeldBody.of(body(60_000), this.held, 100_000));
		first.close();
		first.close();
		// Then
		try (HeldBody second = HeldBody.of(body(60_000), this.held, 100_000)) {
			assertThat(second.bytes()).hasSize(60_000);
			assertThat(this.held).hasValue(60_000);
		}
		assertThat(this.held).hasValue(0);
	}

	@Test
	void aBodyThatBreaksOffLeavesItsRoomToOthers() {
		// Given
		InputStream broken = new FilterInputStream(body(60_000)) {
			@Override
			public int read(byte[] buffer, int offset, int length) throws IOException {
				if (this.in.available() < 30_000) {
					throw new IOException("broken");
				}
				return super.read(buffer, offset, length);
			}
		};
		// When, Then
		assertThatExceptionOfType(IOException.class).isThrownBy(() -> HeldBody.of(broken, this.held, 100_000))
			.withMessage("broken");
		assertThat(this.held).hasValue(0);
	}

	private static InputStream body(int length) {
		return new ByteArrayInputStream(new byte[length]);
	}

}
