package org.buranakan.schemas.provision;

import java.time.Clock;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.acl.AccessControlEntry;
import org.apache.kafka.common.acl.AccessControlEntryFilter;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclBindingFilter;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.acl.AclPermissionType;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.resource.PatternType;
import org.apache.kafka.common.resource.ResourcePattern;
import org.apache.kafka.common.resource.ResourcePatternFilter;
import org.apache.kafka.common.resource.ResourceType;
import org.buranakan.schemas.contract.Contract;
import org.buranakan.schemas.registry.SchemaRegistry;
import org.buranakan.schemas.topic.AgencyId;
import org.buranakan.schemas.topic.Family;
import org.buranakan.schemas.topic.Principal;
import org.buranakan.schemas.topic.Topic;
import org.buranakan.schemas.topic.Topics;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** The deployment step against a real broker and a real registry. */
class ProvisioningIT {

	private final Site site = new Site();

	private final Topic plans = Topic.of(this.site.one(), Family.PLAN);

	@AfterEach
	void close() {
		this.site.close();
	}

	@Test
	void doneTwiceItChangesNothing() throws ExecutionException, InterruptedException {
		Provisioned first = this.site.provision();
		Collection<AclBinding> rights = rights();

		Provisioned second = this.site.provision();

		assertThat(second).isEqualTo(first);
		assertThat(second.offsetsPending()).isEmpty();
		assertThat(rights()).containsExactlyInAnyOrderElementsOf(rights);
		assertThat(this.site.registrar().isFullTransitive(this.plans)).isTrue();
	}

	@Test
	void severalOperatorsAtOnceDoNotHinderOneAnother() throws ExecutionException, InterruptedException {
		try (ExecutorService operators = Executors.newFixedThreadPool(3)) {
			List<Future<Provisioned>> all = operators
				.invokeAll(Collections.nCopies(3, (Callable<Provisioned>) this.site::provision));

			Provisioned first = all.getFirst().get();
			for (Future<Provisioned> each : all) {
				assertThat(each.get()).isEqualTo(first);
			}
		}
		assertThat(this.site.registrar().isFullTransitive(this.plans)).isTrue();
	}

	@Test
	void topicsAreWhatTheCatalogueSaysAndAreMadeSoAgain() throws ExecutionException, InterruptedException {
		this.site.provision();
		ConfigResource resource = new ConfigResource(ConfigResource.Type.TOPIC, this.plans.name());
		this.site.admin()
			.incrementalAlterConfigs(Map.of(resource,
					List.of(new AlterConfigOp(new ConfigEntry("retention.ms", "1000000"), AlterConfigOp.OpType.SET))))
			.all()
			.get();

		this.site.provision();

		Map<String, String> expected = this.plans.kind().configuration();
		Map<ConfigResource, Config> described = this.site.admin().describeConfigs(List.of(resource)).all().get();
		assertThat(described.getOrDefault(resource, new Config(List.of())).entries())
			.filteredOn((entry) -> expected.containsKey(entry.name()))
			.hasSameSizeAs(expected.keySet())
			.allSatisfy((entry) -> assertThat(entry.value()).isEqualTo(expected.get(entry.name())));
	}

	@Test
	void topicOfTwoPartitionsIsNoLog() throws ExecutionException, InterruptedException {
		this.site.admin().createTopics(List.of(new NewTopic(this.plans.name(), 2, (short) 1))).all().get();

		assertThatExceptionOfType(ProvisioningException.class).isThrownBy(this.site::provision)
			.withMessageContaining(this.plans.name())
			.withMessageContaining("2 partitions");
	}

	@Test
	void rightThatTheCatalogueDoesNotGiveIsWithdrawn() throws ExecutionException, InterruptedException {
		this.site.provision();
		AclBinding tooMuch = new AclBinding(
				new ResourcePattern(ResourceType.TOPIC, Topics.REFERENCE.topic().name(), PatternType.LITERAL),
				new AccessControlEntry(Principal.agency(this.site.one()).kafkaName(), "*", AclOperation.WRITE,
						AclPermissionType.ALLOW));
		this.site.admin().createAcls(List.of(tooMuch)).all().get();

		this.site.provision();

		assertThat(rights()).isNotEmpty().doesNotContain(tooMuch);
	}

	@Test
	void hubBeginsAtTheFirstRecordAndIsNotSentBackToIt() throws ExecutionException, InterruptedException {
		this.site.provision();
		assertThat(offset(this.plans)).isZero();
		this.site.admin()
			.alterConsumerGroupOffsets(Topics.HUB_GROUP, Map.of(partition(this.plans), new OffsetAndMetadata(5)))
			.all()
			.get();

		this.site.provision();

		assertThat(offset(this.plans)).isEqualTo(5);
	}

	@Test
	void everyContractIsRegisteredInItsTopicsSubject() {
		this.site.provision();
		SchemaRegistry registry = new SchemaRegistry(this.site.registry());

		assertThat(Topics.ofAgencies().stream().filter((kind) -> kind.value().isPresent())).allSatisfy((kind) -> {
			String newest = Contract.of(kind).orElseThrow().newest();
			assertThat(registry.schema(registry.id(kind.of(this.site.one()), newest)).getFullName())
				.isEqualTo(kind.value().orElseThrow().getName());
		});
	}

	@Test
	void logsAreRecordedOnceAndARecreatedOneIsNotTakenForTheFirst() throws ExecutionException, InterruptedException {
		AgencyId agency = Site.newAgency();
		Landscape landscape = this.site.landscape(agency);
		Provisioned provisioned = this.site.provision(landscape);

		assertThat(publish(provisioned)).isGreaterThan(Family.values().length);
		assertThat(publish(provisioned)).isZero();

		String name = Topic.of(agency, Family.PLAN).name();
		this.site.admin().deleteTopics(List.of(name)).all().get();
		Answers.await("delete a topic", () -> !names().contains(name));
		Provisioned again = this.site.provision(landscape);
		assertThatExceptionOfType(ProvisioningException.class).isThrownBy(() -> publish(again))
			.withMessageContaining(name);
	}

	private int publish(Provisioned provisioned) {
		try (Producer<String, SpecificRecord> producer = this.site.producer(Principal.operator());
				Consumer<String, SpecificRecord> consumer = this.site.consumer(Principal.operator())) {
			return new LogReferences(producer, consumer, Clock.systemUTC()).publish(provisioned);
		}
	}

	private Set<String> names() {
		return Answers.of("list topics", this.site.admin().listTopics().names());
	}

	private Collection<AclBinding> rights() throws ExecutionException, InterruptedException {
		return this.site.admin()
			.describeAcls(new AclBindingFilter(ResourcePatternFilter.ANY, AccessControlEntryFilter.ANY))
			.values()
			.get();
	}

	private long offset(Topic topic) throws ExecutionException, InterruptedException {
		Map<TopicPartition, OffsetAndMetadata> offsets = this.site.admin()
			.listConsumerGroupOffsets(Topics.HUB_GROUP)
			.partitionsToOffsetAndMetadata()
			.get();
		return Objects.requireNonNull(offsets.get(partition(topic))).offset();
	}

	private static TopicPartition partition(Topic topic) {
		return new TopicPartition(topic.name(), 0);
	}

}
