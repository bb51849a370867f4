package org.buranakan.schemas.provision;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.ScramMechanism;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.SaslAuthenticationException;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.awaitility.Awaitility;
import org.buranakan.platform.Part;
import org.buranakan.platform.PartName;
import org.buranakan.schemas.topic.AgencyId;
import org.buranakan.schemas.topic.Family;
import org.buranakan.schemas.topic.Principal;
import org.buranakan.schemas.topic.Topic;
import org.buranakan.schemas.topic.Topics;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class MembershipIT {

	private final Site site = new Site();

	private final AgencyId agency = this.site.one();

	private final TopicPartition plans = new TopicPartition(Topic.of(this.agency, Family.PLAN).name(), 0);

	private Membership membership = new Membership(this.site.admin(), this.site.registrar());

	@BeforeEach
	void join() {
		this.site.provision(this.site.landscape());
		this.membership.join(this.agency, "first");
	}

	@AfterEach
	void close() {
		this.site.close();
	}

	@Test
	void whoJoinedHasAllItsTopicsAndJoiningAgainChangesNothingNotEvenThePassword() {
		// When
		Provisioned again = this.membership.join(this.agency, "another");
		// Then
		assertThat(again.topicIds().keySet())
			.containsAll(Topics.ofAgencies().stream().map((kind) -> kind.of(this.agency)).toList());
		assertThat(this.membership.has(Principal.agency(this.agency))).isTrue();
		assertThat(this.membership.has(Principal.agency(this.site.two()))).isFalse();
		assertThat(canLogIn("first", ScramMechanism.SCRAM_SHA_512)).isTrue();
		assertThat(canLogIn("another", ScramMechanism.SCRAM_SHA_512)).isFalse();
	}

	@Test
	void bothPasswordsAreAcceptedUntilTheOlderIsEnded() {
		// When
		ScramMechanism mechanism = this.membership.rotate(Principal.agency(this.agency), "second");
		// Then
		assertThat(canLogIn("first", ScramMechanism.SCRAM_SHA_512)).isTrue();
		assertThat(canLogIn("second", mechanism)).isTrue();
		assertThatExceptionOfType(ProvisioningException.class)
			.isThrownBy(() -> this.membership.rotate(Principal.agency(this.agency), "third"))
			.withMessageContaining("two passwords");
		// And
		this.membership.keepOnly(Principal.agency(this.agency), mechanism);
		Awaitility.await().until(() -> !canLogIn("first", ScramMechanism.SCRAM_SHA_512));
		assertThat(canLogIn("second", mechanism)).isTrue();
		assertThatExceptionOfType(ProvisioningException.class)
			.isThrownBy(() -> this.membership.keepOnly(Principal.agency(this.agency), ScramMechanism.SCRAM_SHA_512))
			.withMessageContaining("lock it out");
		// And
		this.site.provision(this.site.landscape(this.agency));
		assertThat(canLogIn("second", mechanism)).isTrue();
		assertThat(this.membership.rotate(Principal.agency(this.agency), "third"))
			.isEqualTo(ScramMechanism.SCRAM_SHA_512);
		this.site.provision(this.site.landscape(this.agency));
		Awaitility.await().until(() -> canLogIn("third", ScramMechanism.SCRAM_SHA_512));
	}

	@Test
	void whoIsRevokedWhileItHasTwoPasswordsHasNone() {
		// Given
		ScramMechanism mechanism = this.membership.rotate(Principal.agency(this.agency), "second");
		// When
		this.membership.revoke(this.agency);
		// Then
		Awaitility.await().until(() -> !canLogIn("first", ScramMechanism.SCRAM_SHA_512));
		Awaitility.await().until(() -> !canLogIn("second", mechanism));
		assertThat(this.membership.has(Principal.agency(this.agency))).isFalse();
	}

	@Test
	void aWorkerThatCanLogInKeepsItsPassword() {
		// Given
		String worker = Principal.connect(this.agency).name();
		this.membership.admitWorker(this.agency, "first");
		// When
		this.membership.admitWorker(this.agency, "another");
		// Then
		assertThat(canLogIn(worker, "first", ScramMechanism.SCRAM_SHA_512)).isTrue();
		assertThat(canLogIn(worker, "another", ScramMechanism.SCRAM_SHA_512)).isFalse();
		// And
		this.membership.revoke(this.agency);
		Awaitility.await().until(() -> !canLogIn(worker, "first", ScramMechanism.SCRAM_SHA_512));
	}

	@Test
	void whoIsRevokedIsRefusedAtOnceOnTheConnectionItHas() {
		// Given
		try (Consumer<byte[], byte[]> consumer = consumer("first")) {
			consumer.assign(List.of(this.plans));
			consumer.seekToBeginning(List.of(this.plans));
			assertThat(consumer.position(this.plans)).isZero();
			// When
			this.membership.revoke(this.agency);
			// Then
			assertThatExceptionOfType(TopicAuthorizationException.class)
				.isThrownBy(() -> consumer.endOffsets(List.of(this.plans), Duration.ofSeconds(10)));
		}
		Awaitility.await().until(() -> !canLogIn("first", ScramMechanism.SCRAM_SHA_512));
		assertThat(this.membership.has(Principal.agency(this.agency))).isFalse();
	}

	@Test
	void whoComesBackFindsItsTopicsAgain() {
		// Given
		this.membership.revoke(this.agency);
		// When
		this.membership.join(this.agency, "later");
		// Then
		try (Consumer<byte[], byte[]> consumer = consumer("later")) {
			assertThat(consumer.endOffsets(List.of(this.plans))).containsEntry(this.plans, 0L);
		}
		assertThat(canLogIn("first", ScramMechanism.SCRAM_SHA_512)).isFalse();
	}

	@Test
	void whoWasRevokedStaysSoWhenAllIsProvisionedAgain() {
		// Given
		String name = this.site.two().value();
		String known = this.site.platform().kafkaPassword(name);
		this.site.provision(this.site.landscape(this.site.two()));
		Awaitility.await().until(() -> canLogIn(name, known, ScramMechanism.SCRAM_SHA_512));
		this.membership.revoke(this.site.two());
		// When
		this.site.provision(this.site.landscape(this.site.two()));
		// Then
		Awaitility.await().until(() -> !canLogIn(name, known, ScramMechanism.SCRAM_SHA_512));
		assertThat(this.membership.has(Principal.agency(this.site.two()))).isFalse();
		// And
		this.membership.join(this.site.two(), "later");
		this.site.provision(this.site.landscape(this.site.two()));
		Awaitility.await().until(() -> canLogIn(name, "later", ScramMechanism.SCRAM_SHA_512));
		assertThat(canLogIn(name, known, ScramMechanism.SCRAM_SHA_512)).isFalse();
	}

	@Test
	void aWorkerThatComesBackMayDoItsWorkAgain() {
		// Given
		Principal worker = Principal.connect(this.agency);
		this.membership.admitWorker(this.agency, "first");
		this.membership.revoke(this.agency);
		// When
		this.membership.admitWorker(this.agency, "later");
		// Then
		try (Admin admin = Admin.create(client(worker.name(), "later", ScramMechanism.SCRAM_SHA_512))) {
			NewTopic raw = new NewTopic("raw." + this.agency + ".public.activities", 1, (short) 1);
			assertThat(admin.createTopics(List.of(raw)).all()).succeedsWithin(Duration.ofSeconds(20));
		}
	}

	@Test
	void afterARestartOfKafkaWhoWasNotRevokedStillLogsInAndWhoWasDoesNot() throws Exception {
		// Given
		AgencyId revoked = listedFirst();
		this.membership.admitWorker(revoked, "revoked");
		this.membership.revoke(revoked);
		AgencyId ofThePlatform = new AgencyId("pacoc-23");
		String known = this.site.platform().kafkaPassword(ofThePlatform.value());
		assertThat(canLogIn(ofThePlatform.value(), known, ScramMechanism.SCRAM_SHA_512)).isTrue();
		this.membership.revoke(ofThePlatform);
		assertThat(this.site.admin().describeUserScramCredentials().users().get())
			.contains(Principal.connect(revoked).name());
		// When
		Part kafka = this.site.platform().part(PartName.KAFKA);
		kafka.stop();
		kafka.start();
		// Then
		assertThat(canLogIn("first", ScramMechanism.SCRAM_SHA_512)).isTrue();
		assertThat(canLogIn(Principal.connect(revoked).name(), "revoked", ScramMechanism.SCRAM_SHA_512)).isFalse();
		assertThat(this.membership.has(Principal.connect(revoked))).isFalse();
		assertThat(canLogIn(ofThePlatform.value(), known, ScramMechanism.SCRAM_SHA_512)).isFalse();
		// And
		this.membership.join(ofThePlatform, known);
		Awaitility.await().until(() -> canLogIn(ofThePlatform.value(), known, ScramMechanism.SCRAM_SHA_512));
	}

	/**
	 * An agency whose worker a hash table of up to 1,024 places has in the first one:
	 * with it removed, Kafka would forget all that it lists later.
	 */
	private static AgencyId listedFirst() {
		return Stream.generate(Site::newAgency).filter((agency) -> {
			int hash = Principal.connect(agency).name().hashCode();
			return ((hash ^ (hash >>> 16)) & 1023) == 0;
		}).findFirst().orElseThrow();
	}

	private Consumer<byte[], byte[]> consumer(String password) {
		return new KafkaConsumer<>(client(this.agency.value(), password, ScramMechanism.SCRAM_SHA_512),
				new ByteArrayDeserializer(), new ByteArrayDeserializer());
	}

	private boolean canLogIn(String password, ScramMechanism mechanism) {
		return canLogIn(this.agency.value(), password, mechanism);
	}

	private boolean canLogIn(String name, String password, ScramMechanism mechanism) {
		try (Admin admin = Admin.create(client(name, password, mechanism))) {
			return !admin.describeCluster().clusterId().get(20, TimeUnit.SECONDS).isEmpty();
		}
		catch (ExecutionException ex) {
			assertThat(ex.getCause()).isInstanceOf(SaslAuthenticationException.class);
			return false;
		}
		catch (InterruptedException | java.util.concurrent.TimeoutException ex) {
			throw new KafkaException(ex);
		}
	}

	private Map<String, Object> client(String name, String password, ScramMechanism mechanism) {
		Map<String, Object> client = new HashMap<>(this.site.platform().client(this.agency.value()));
		client.put("sasl.mechanism", mechanism.mechanismName());
		client.put("sasl.jaas.config",
				"org.apache.kafka.common.security.scram.ScramLoginModule required username=\"%s\" password=\"%s\";"
					.formatted(name, password));
		return client;
	}

}
