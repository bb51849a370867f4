package org.buranakan.schemas.provision;

import java.util.List;

import org.buranakan.schemas.contract.Contract;
import org.buranakan.schemas.registry.Registrar;
import org.buranakan.schemas.topic.Topic;

/**
 * The contracts in the registry: every version ever committed, oldest first, all
 * compatible.
 */
final class Subjects {

	private final Registrar registrar;

	Subjects(Registrar registrar) {
		this.registrar = registrar;
	}

	void provide(List<Topic> topics) {
		topics.forEach((topic) -> Contract.of(topic.kind()).ifPresent((contract) -> provide(topic, contract)));
	}

	/** Some registries know a subject's setting only once it has a version. */
	private void provide(Topic topic, Contract contract) {
		this.registrar.register(topic, contract.versions().getFirst());
		if (!this.registrar.isFullTransitive(topic)) {
			this.registrar.demandFullTransitive(topic);
		}
		contract.versions().stream().skip(1).forEach((version) -> this.registrar.register(topic, version));
	}

}
