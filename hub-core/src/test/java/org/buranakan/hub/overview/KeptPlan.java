package org.buranakan.hub.overview;

import org.buranakan.platform.Platform;
import org.buranakan.platform.shared.SharedPlatform;
import org.buranakan.schemas.contract.Contract;
import org.buranakan.schemas.event.PlanRecorded;
import org.buranakan.schemas.registry.RegistryAddress;
import org.buranakan.schemas.registry.Registrar;
import org.buranakan.schemas.registry.SchemaRegistry;
import org.buranakan.schemas.topic.Topic;
import org.buranakan.schemas.wire.ContractSerializer;

import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Gives history the bytes that came from the log, which folded events do not have.
 */
final class KeptPlan {

	private KeptPlan() {
	}

	static void keep(JdbcClient database, PlanRecorded plan) {
		Platform platform = SharedPlatform.get();
		RegistryAddress registry = RegistryAddress.of(platform.registry().toString());
		Topic topic = Topic.parse("agency." + plan.getAgency() + ".plan").orElseThrow();
		new Registrar(registry.as(platform.registrar().user(), platform.registrar().password())).register(topic,
				Contract.of(PlanRecorded.class).newest());
		byte[] value = new ContractSerializer(new SchemaRegistry(registry)).serialize(topic.name(), plan);
		assertThat(database.sql("UPDATE hub.history SET value = :value WHERE entity_id = :id AND revision = :revision")
			.param("value", value)
			.param("id", plan.getEntityId())
			.param("revision", plan.getRevision())
			.update()).isOne();
	}

}
