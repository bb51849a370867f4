package org.buranakan.run.foreign;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;

import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.buranakan.pilot.PilotData;
import org.buranakan.pilot.generate.Generator;
import org.buranakan.platform.Login;
import org.buranakan.platform.Platform;
import org.buranakan.schemas.envelope.CloudEvent;
import org.buranakan.schemas.event.PlanRecorded;
import org.buranakan.schemas.provision.Account;
import org.buranakan.schemas.provision.Landscape;
import org.buranakan.schemas.provision.Provisioning;
import org.buranakan.schemas.registry.Registrar;
import org.buranakan.schemas.registry.RegistryAddress;
import org.buranakan.schemas.registry.SchemaRegistry;
import org.buranakan.schemas.topic.AgencyId;
import org.buranakan.schemas.topic.Family;
import org.buranakan.schemas.topic.Principal;
import org.buranakan.schemas.topic.Topic;
import org.buranakan.schemas.wire.ContractSerializer;

/** The pilot's topics with their rights, and plans that CODI published. */
final class PublishedPlans {

	static final Topic TOPIC = Topic.of(new AgencyId("codi"), Family.PLAN);

	/** The registry's first registrations take long on a busy machine. */
	private static final Duration PATIENCE = Duration.ofMinutes(1);

	private PublishedPlans() {
	}

	static List<PlanRecorded> on(Platform platform) throws ExecutionException, InterruptedException {
		provision(platform);
		List<PlanRecorded> plans = new Generator(400, 2565).events("codi")
			.filter(PlanRecorded.class::isInstance)
			.map(PlanRecorded.class::cast)
			.toList();
		Map<String, Object> configuration = new HashMap<>(platform.client("codi"));
		configuration.put("acks", "all");
		SchemaRegistry registry = new SchemaRegistry(RegistryAddress.of(platform.registry().toString()));
		try (KafkaProducer<String, SpecificRecord> producer = new KafkaProducer<>(configuration, new StringSerializer(),
				new ContractSerializer(registry))) {
			for (PlanRecorded plan : plans) {
				ProducerRecord<String, SpecificRecord> published = new ProducerRecord<>(TOPIC.name(),
						plan.getEntityId(), plan);
				CloudEvent.of(plan).writeTo(published.headers());
				producer.send(published).get();
			}
		}
		return plans;
	}

	private static void provision(Platform platform) {
		Login registrar = platform.registrar();
		RegistryAddress registry = new RegistryAddress(platform.registry(), Optional.empty(), PATIENCE, PATIENCE)
			.as(registrar.user(), registrar.password());
		List<AgencyId> agencies = new PilotData().agencies().stream().map(AgencyId::new).toList();
		Stream<Principal> principals = Stream.concat(agencies.stream().map(Principal::agency),
				Stream.of(Principal.hub(), Principal.operator(), Principal.dashboard(), Principal.auditor()));
		List<Account> accounts = principals
			.map((principal) -> new Account(principal, platform.kafkaPassword(principal.name())))
			.toList();
		try (Admin admin = Admin.create(platform.superuser())) {
			new Provisioning(admin, new Registrar(registry)).provision(new Landscape(agencies, accounts, 1));
		}
	}

}
