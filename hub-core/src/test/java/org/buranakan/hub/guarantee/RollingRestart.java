package org.buranakan.hub.guarantee;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;

import org.buranakan.platform.Part;
import org.buranakan.platform.PartName;
import org.buranakan.schemas.registry.RegistryException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What whoever looks after a server does to renew each service, while agencies publish.
 */
final class RollingRestart {

	private static final Logger LOG = LoggerFactory.getLogger(RollingRestart.class);

	private static final int AT_ONCE = 20;

	private static final Duration PAUSE = Duration.ofMillis(100);

	private RollingRestart() {
	}

	static void strike(Scene scene, int times) throws IOException, ExecutionException, InterruptedException {
		for (int time = 0; time < times; time++) {
			HubProcess first = scene.running();
			HubProcess second = scene.start();
			Together.share(scene, first, second);
			AtomicBoolean published = new AtomicBoolean(true);
			try (var load = Executors.newVirtualThreadPerTaskExecutor()) {
				Future<?> publishing = load.submit(() -> {
					while (published.get()) {
						publish(scene);
					}
				});
				try {
					everyPart(scene);
					everyProcess(scene, List.of(first, second));
				}
				finally {
					published.set(false);
				}
				publishing.get();
			}
			scene.rest();
		}
	}

	/**
	 * Some hundred events a second; an agency that needs a schema while the registry is
	 * away comes back later.
	 */
	private static void publish(Scene scene) {
		try {
			scene.workload().publish(AT_ONCE);
		}
		catch (RegistryException.Unavailable ex) {
			LOG.debug("Not published yet", ex);
		}
		scene.pass(PAUSE);
	}

	private static void everyPart(Scene scene) {
		for (PartName name : List.of(PartName.REGISTRY, PartName.KAFKA, PartName.POSTGRESQL)) {
			Part part = scene.platform().part(name);
			part.stop();
			part.start();
			scene.alive().forEach(scene::awaitUp);
		}
	}

	private static void everyProcess(Scene scene, List<HubProcess> processes) throws IOException {
		for (HubProcess process : processes) {
			process.stop();
			scene.awaitUp(scene.start());
		}
	}

}
