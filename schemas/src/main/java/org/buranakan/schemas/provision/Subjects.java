package org.buranakan.schemas.provision;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import org.buranakan.schemas.contract.Contract;
import org.buranakan.schemas.registry.Registrar;
import org.buranakan.schemas.registry.RegistryException;
import org.buranakan.schemas.topic.Topic;

/**
 * The contracts in the registry: every version ever committed, oldest first, all
 * compatible.
 */
final class Subjects {

	/**
	 * A registry answers slowly rather than seldom: a few questions at once wait less.
	 */
	private static final int AT_ONCE = 6;

	private final Registrar registrar;

	Subjects(Registrar registrar) {
		this.registrar = registrar;
	}

	void provide(List<Topic> topics) {
		List<Callable<Void>> subjects = topics.stream()
			.flatMap((topic) -> Contract.of(topic.kind()).stream().map((contract) -> task(topic, contract)))
			.toList();
		try (ExecutorService executor = Executors.newFixedThreadPool(AT_ONCE, Thread.ofVirtual().factory())) {
			for (Future<Void> subject : executor.invokeAll(subjects)) {
				subject.get();
			}
		}
		catch (ExecutionException ex) {
			throw (ex.getCause() instanceof RegistryException refusal) ? refusal
					: new ProvisioningException("Contracts are not registered: " + ex.getCause(), ex.getCause());
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new ProvisioningException("Interrupted while registering contracts", ex);
		}
	}

	private Callable<Void> task(Topic topic, Contract contract) {
		return () -> {
			provide(topic, contract);
			return null;
		};
	}

	/** Some registries know a subject's setting only once it has a version. */
	private void provide(Topic topic, Contract contract) {
		this.registrar.register(topic, contract.versions().getFirst());
		if (!this.registrar.isFullTransitive(topic)) {
			demandFullTransitive(topic);
		}
		contract.versions().stream().skip(1).forEach((version) -> this.registrar.register(topic, version));
	}

	/** Another operator may demand the same at the same moment. */
	private void demandFullTransitive(Topic topic) {
		try {
			this.registrar.demandFullTransitive(topic);
		}
		catch (RegistryException.Incompatible ex) {
			if (!this.registrar.isFullTransitive(topic)) {
				throw ex;
			}
		}
	}

}
