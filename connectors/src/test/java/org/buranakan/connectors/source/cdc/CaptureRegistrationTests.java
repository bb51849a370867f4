package org.buranakan.connectors.source.cdc;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.buranakan.connectors.mapping.Gone;
import org.buranakan.connectors.mapping.Origin;
import org.buranakan.connectors.mapping.Profile;
import org.buranakan.connectors.mapping.SourceProfile;
import org.buranakan.schemas.connect.ConnectorRegistration;
import org.buranakan.schemas.connect.ConnectorState;
import org.buranakan.schemas.event.Basis;
import org.buranakan.schemas.topic.AgencyId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

class CaptureRegistrationTests {

	private static final String CREATED = "PUT /connectors/codi/config";

	private final FakeConnect connect = new FakeConnect();

	private final ConnectorRegistration registration = registration("postgresql://127.0.0.1:15432/codi");

	@AfterEach
	void stop() {
		this.connect.close();
	}

	@Test
	void registersWhatIsNotRegistered() {
		// When
		ConnectorState state = this.registration.ensure();
		// Then
		assertThat(state).isEqualTo(new ConnectorState.Running());
		assertThat(this.connect.changes()).containsExactly(CREATED);
	}

	@Test
	void leavesAloneWhatIsRegisteredSo() {
		// Given
		this.registration.ensure();
		// When
		this.registration.ensure();
		// Then
		assertThat(this.connect.changes()).containsExactly(CREATED);
	}

	@Test
	void registersAnewWhatIsRegisteredOtherwise() {
		// Given
		this.registration.ensure();
		// When
		registration("postgresql://127.0.0.1:15432/other").ensure();
		// Then
		assertThat(this.connect.changes()).containsExactly(CREATED, CREATED);
	}

	@ParameterizedTest
	@ValueSource(ints = { 400, 409, 500, 503 })
	void isRefusedForNowAndRegistersTheNextTime(int status) {
		// Given
		this.connect.refusesOnceWith(status);
		// When
		List<ConnectorState> states = List.of(this.registration.ensure(), this.registration.ensure());
		// Then
		assertThat(states.getFirst()).asInstanceOf(type(ConnectorState.Unregistered.class))
			.satisfies((refused) -> assertThat(refused.reason()).contains(String.valueOf(status), "not now"));
		assertThat(states.getLast()).isEqualTo(new ConnectorState.Running());
	}

	@Test
	void saysSoWhenNobodyAnswers() {
		// Given
		this.connect.close();
		// When
		ConnectorState state = this.registration.ensure();
		// Then
		assertThat(state).isInstanceOf(ConnectorState.Unregistered.class);
	}

	@Test
	void tellsThatTheDatabaseIsAwayAlthoughConnectCallsTheCaptureRunning() {
		// Given
		ConnectorState before = this.registration.probe();
		this.connect.validates(FakeConnect.NO_DATABASE);
		// When
		ConnectorState state = this.registration.probe();
		// Then
		assertThat(before).isEqualTo(new ConnectorState.Running());
		assertThat(state).asInstanceOf(type(ConnectorState.Silent.class))
			.satisfies((silent) -> assertThat(silent.reason()).contains("refused"));
	}

	@Test
	void tellsWhyATaskHasFailed() {
		// Given
		this.connect.reports(FakeConnect.FAILED);
		// When
		ConnectorState state = this.registration.ensure();
		// Then
		assertThat(state).asInstanceOf(type(ConnectorState.Failed.class))
			.satisfies((failed) -> assertThat(failed.reason()).contains("Publication autocreation is disabled"));
	}

	@Test
	void aConnectorWithoutATaskDoesNotRun() {
		// Given
		this.connect.reports(FakeConnect.UNASSIGNED);
		// When
		ConnectorState state = this.registration.ensure();
		// Then
		assertThat(state).isEqualTo(new ConnectorState.Waiting("UNASSIGNED"));
	}

	@Test
	void asksForEveryTableOfTheProfileAndForNoPassword() {
		// When
		Map<String, String> configuration = capture("postgresql://127.0.0.1:15432/codi").configuration();
		// Then
		assertThat(configuration).containsEntry("table.include.list", "public\\.projects,public\\.activities")
			.containsEntry("topic.prefix", "raw.codi")
			.containsEntry("topic.heartbeat.prefix", "connect.codi.heartbeat")
			.containsEntry("slot.name", "buranakan_codi")
			.containsEntry("exactly.once.support", "required")
			.containsEntry("topic.creation.default.retention.ms", "2592000000")
			.containsEntry("database.password", "${file:/credentials/codi.properties:password}");
	}

	@Test
	void aPlaceInTheDatabasesLogThatIsLostIsToldApartFromOtherFailures() {
		// Given
		this.connect.reports(FakeConnect.LOST);
		// When
		ConnectorState state = this.registration.ensure();
		// Then
		assertThat(state).asInstanceOf(type(ConnectorState.Lost.class))
			.satisfies((lost) -> assertThat(lost.reason()).contains("no longer available on the server"));
	}

	@Test
	void startsOverInStepsThatAreRepeatedUntilAllAreTakenWhoeverBegan() {
		// Given
		this.registration.beginStartingOver();
		ConnectorRegistration another = registration("postgresql://127.0.0.1:15432/codi");
		assertThat(another.ensure()).isInstanceOf(ConnectorState.StartingOver.class);
		this.connect.refusesOnceWith(409);
		// When
		another.startOver();
		ConnectorState between = another.ensure();
		another.startOver();
		// Then
		assertThat(between).isInstanceOf(ConnectorState.StartingOver.class);
		assertThat(another.ensure()).isInstanceOf(ConnectorState.Running.class);
		assertThat(this.connect.changes()).containsExactly("PUT /connectors/codi/config", "PUT /connectors/codi/stop",
				"PUT /connectors/codi/stop", "DELETE /connectors/codi/offsets", "PUT /connectors/codi/resume",
				"PUT /connectors/codi/config");
	}

	@ParameterizedTest
	@ValueSource(strings = { "jdbc:postgresql://h:1/x", "postgresql://h/x", "postgresql://h:1", "postgresql://h:1/",
			"mysql://h:1/x" })
	void aDatabaseIsNamedByHostPortAndName(String database) {
		assertThatIllegalArgumentException().isThrownBy(() -> capture(database)).withMessageContaining(database);
	}

	private ConnectorRegistration registration(String database) {
		Capture capture = capture(database);
		return new ConnectorRegistration(capture.settings().connect(), capture.name(), capture::configuration);
	}

	private Capture capture(String database) {
		List<SourceProfile> sources = List.of(table("public.projects"), table("public.activities"),
				new SourceProfile("pushed", new Origin.Push("x"), Map.of(), Set.of(), Gone.KEPT, List.of()));
		return new Capture(new Profile(new AgencyId("codi"), "system", Basis.REPORTED, sources),
				new CaptureSettings(this.connect.address(), URI.create(database), "/credentials/codi.properties",
						"buranakan", null, Duration.ofSeconds(10), Duration.ofSeconds(1), Duration.ofDays(1)));
	}

	private static SourceProfile table(String name) {
		return new SourceProfile(name, new Origin.Table(name), Map.of(), Set.of(), Gone.KEPT, List.of());
	}

}
