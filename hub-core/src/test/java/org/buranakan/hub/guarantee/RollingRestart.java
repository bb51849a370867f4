package org.buranakan.hub.guarantee;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;

import org.buranakan.platform.Part;
import org.buranakan.platform.PartName;

/**
 * What whoever looks after a server does to renew each service, while agencies publish.
 */
final class RollingRestart {

	private static final int AT_ONCE = 20;

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
						scene.workload().publish(AT_ONCE);
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
