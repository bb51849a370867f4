package org.buranakan.schemas.registry;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;

import org.buranakan.schemas.contract.Contract;
import org.buranakan.schemas.topic.Topic;
import org.buranakan.schemas.topic.Topics;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class SchemaRegistryTests {

	private static final Topic CLOCK = Topics.CLOCK.topic();

	private static final String CONTRACT = Contract.of(Topics.CLOCK).orElseThrow().newest();

	private final FakeRegistry server = new FakeRegistry();

	private final MovableClock clock = new MovableClock();

	private final SchemaRegistry registry = new SchemaRegistry(this.server.address(), this.clock);

	@AfterEach
	void stop() {
		this.server.close();
	}

	@Test
	void whatWasFoundOnceIsNotAskedForAgain() {
		SchemaId id = this.server.has(CLOCK, CONTRACT);

		assertThat(this.registry.schema(id)).isSameAs(this.registry.schema(id));
		assertThat(this.registry.id(CLOCK, CONTRACT)).isEqualTo(this.registry.id(CLOCK, CONTRACT)).isEqualTo(id);
		assertThat(this.server.requests()).containsExactly("GET /schemas/ids/1", "POST /subjects/hub.clock-value");
	}

	@Test
	void unknownIdIsAskedForAgainOnlyAfterAWhile() {
		assertUnknown(new SchemaId(1));
		SchemaId id = this.server.has(CLOCK, CONTRACT);

		assertUnknown(id);
		this.clock.advance(SchemaRegistry.DOUBT);

		assertThat(this.registry.schema(id).getName()).isEqualTo("BusinessDateStated");
		assertThat(this.server.requests()).hasSize(2);
	}

	@Test
	void unknownSchemaOfASubjectIsAskedForEachTime() {
		assertThatExceptionOfType(RegistryException.Unknown.class).isThrownBy(() -> this.registry.id(CLOCK, CONTRACT));
		SchemaId id = this.server.has(CLOCK, CONTRACT);

		assertThat(this.registry.id(CLOCK, CONTRACT)).isEqualTo(id);
	}

	@ParameterizedTest
	@CsvSource({ "401, Unauthorised", "403, Unauthorised", "409, Incompatible", "500, Unavailable", "503, Unavailable",
			"429, Unavailable", "422, Unavailable", "404, Unavailable" })
	void everyRefusalHasItsOwnException(int status, String expected) {
		this.server.answers(status, "<html>no</html>");

		assertThatExceptionOfType(RegistryException.class).isThrownBy(() -> this.registry.schema(new SchemaId(1)))
			.satisfies((ex) -> assertThat(ex.getClass().getSimpleName()).isEqualTo(expected))
			.withMessageContaining(String.valueOf(status));
	}

	@ParameterizedTest
	@ValueSource(ints = { 40401, 40402, 40403 })
	void onlyTheRegistrysOwnNotFoundIsBelieved(int code) {
		this.server.answers(404, "{\"error_code\": " + code + ", \"message\": \"no\"}");

		assertUnknown(new SchemaId(1));
	}

	@ParameterizedTest
	@ValueSource(strings = { "{}", "[]", "<html>welcome</html>", "" })
	void somethingElseAtTheAddressIsAnOutageAndNoVerdict(String body) {
		this.server.answers(200, body);

		assertThatExceptionOfType(RegistryException.Unavailable.class)
			.isThrownBy(() -> this.registry.schema(new SchemaId(1)));
	}

	@Test
	void registryThatIsDownIsUnavailable() {
		this.server.close();

		assertThatExceptionOfType(RegistryException.Unavailable.class)
			.isThrownBy(() -> this.registry.schema(new SchemaId(1)));
	}

	@Test
	void outageIsNotRemembered() {
		SchemaId id = this.server.has(CLOCK, CONTRACT);
		this.server.answers(503, "");
		assertThatExceptionOfType(RegistryException.Unavailable.class).isThrownBy(() -> this.registry.schema(id));

		this.server.recovers();

		assertThat(this.registry.schema(id).getName()).isEqualTo("BusinessDateStated");
	}

	@Test
	void addressHidesThePasswordAndRefusesNonsense() {
		assertThat(this.server.address().as("registrar", "secret").toString()).contains("registrar")
			.doesNotContain("secret");
		assertThatIllegalArgumentException().isThrownBy(() -> RegistryAddress.of("localhost:8081"));
		assertThatIllegalArgumentException().isThrownBy(() -> new RegistryAddress(URI.create("http://a"),
				Optional.empty(), Duration.ZERO, Duration.ofSeconds(1)));
	}

	private void assertUnknown(SchemaId id) {
		assertThatExceptionOfType(RegistryException.Unknown.class).isThrownBy(() -> this.registry.schema(id));
	}

	/** A clock that moves when told. */
	private static final class MovableClock extends Clock {

		private Instant now = Instant.parse("2022-01-24T02:00:00Z");

		void advance(Duration duration) {
			this.now = this.now.plus(duration);
		}

		@Override
		public Instant instant() {
			return this.now;
		}

		@Override
		public ZoneId getZone() {
			return ZoneOffset.UTC;
		}

		@Override
		public Clock withZone(ZoneId zone) {
			return this;
		}

	}

}
