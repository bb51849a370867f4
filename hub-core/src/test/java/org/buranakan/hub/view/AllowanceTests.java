package org.buranakan.hub.view;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class AllowanceTests {

	private final AtomicLong now = new AtomicLong(Long.MAX_VALUE - 10);

	private final Allowance allowance = new Allowance(2, 5, this.now::get);

	@Test
	void anHoursWorthMayBeSpentAtOnceAndComesBackEvenly() {
		// Given
		this.allowance.spend("192.0.2.1");
		this.allowance.spend("192.0.2.1");
		// Then
		assertThatExceptionOfType(UsedUp.class).isThrownBy(() -> this.allowance.spend("192.0.2.1")).satisfies((ex) -> {
			assertThat(ex.ofOneClient()).isTrue();
			assertThat(ex.retryAfter()).isEqualTo(Duration.ofSeconds(1801));
			assertThat(ex.detail().th()).contains("1801");
		});
		this.allowance.spend("192.0.2.2");
		this.now.addAndGet(Duration.ofMinutes(30).toNanos());
		this.allowance.spend("192.0.2.1");
		assertThatExceptionOfType(UsedUp.class).isThrownBy(() -> this.allowance.spend("192.0.2.1"));
	}

	@Test
	void allTogetherHaveOneTooAndWhoIsRefusedTakesNoneOfIt() {
		// Given
		this.allowance.spend("192.0.2.1");
		this.allowance.spend("192.0.2.1");
		assertThatExceptionOfType(UsedUp.class).isThrownBy(() -> this.allowance.spend("192.0.2.1"));
		this.allowance.spend("192.0.2.2");
		this.allowance.spend("192.0.2.2");
		this.allowance.spend("192.0.2.3");
		// Then
		assertThatExceptionOfType(UsedUp.class).isThrownBy(() -> this.allowance.spend("192.0.2.4"))
			.satisfies((ex) -> assertThat(ex.ofOneClient()).isFalse());
	}

	@Test
	void whoeverHasANetworkOfTheSixthVersionIsOneClient() {
		// Given
		this.allowance.spend("2001:db8::1");
		this.allowance.spend("2001:db8:0:0:ffff::2");
		// Then
		assertThatExceptionOfType(UsedUp.class).isThrownBy(() -> this.allowance.spend("2001:db8::3"));
		this.allowance.spend("2001:db8:0:1::1");
	}

}
