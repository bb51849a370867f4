package org.buranakan.hub.guarantee;

import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/** {@code kill -9} of a hub's process; another one is started. */
final class Kills {

	private static final int EVENTS = 60;

	private Kills() {
	}

	/** Kills the process that waits at a fail-point. */
	static void at(FailPoint point, Scene scene, int times) throws IOException, SQLException {
		Map<String, Object> more = Map.of();
		for (int kill = 0; kill < times; kill++) {
			killAt(point, scene, more);
		}
	}

	/** The same, while what is derived is published and read back. */
	static void inPublication(Scene scene, int times) throws IOException, SQLException {
		scene.stopAll();
		try (ViewTopics topics = new ViewTopics(scene.hub())) {
			Map<String, Object> publishing = new HashMap<>(scene.hub().properties());
			publishing.keySet().removeIf((name) -> !name.startsWith("hub.publication."));
			scene.start(publishing, Map.of());
			// Until Debezium's slot is there, rows wait.
			scene.rest();
			topics.becomeTheTables();
			for (int kill = 0; kill < times; kill++) {
				killAt(FailPoint.IN_PUBLICATION, scene, publishing);
			}
			scene.rest();
			topics.becomeTheTables();
			topics.repeatNothing();
			scene.stopAll();
		}
	}

	private static void killAt(FailPoint point, Scene scene, Map<String, Object> more)
			throws IOException, SQLException {
		if (point == FailPoint.IN_CLAIM) {
			scene.killAll();
			scene.gates().shut(point);
			scene.start(more, Map.of());
		}
		HubProcess process = scene.alive().getFirst();
		if (point != FailPoint.IN_CLAIM) {
			scene.awaitUp(process);
			scene.gates().shut(point);
		}
		scene.workload().publish(EVENTS);
		scene.workload().poison(1);
		if (point == FailPoint.IN_CUT) {
			Thread.ofVirtual().start(() -> cut(process));
		}
		scene.until("a process comes to " + point, () -> {
			if (scene.gates().isReached(point)) {
				return true;
			}
			// For hundreds of events an agency has later revisions only, and no posting.
			scene.workload().publish(EVENTS / 10);
			return false;
		});
		process.kill();
		scene.gates().open();
		scene.start(more, Map.of());
	}

	private static void cut(HubProcess process) {
		try {
			process.ask("POST", "/api/v1/cuts");
		}
		catch (IOException killed) {
			Thread.currentThread().interrupt();
		}
	}

	/**
	 * Kills at random moments, also of a start; every second time one of two processes
	 * that share the logs, or both.
	 */
	static void atAnyTime(Scene scene, int times) throws IOException {
		for (int kill = 0; kill < times; kill++) {
			boolean two = kill % 2 == 1;
			while (scene.alive().size() < (two ? 2 : 1)) {
				scene.start();
			}
			HubProcess first = scene.alive().getFirst();
			boolean whileItStarts = scene.chance().nextInt(4) == 0;
			if (whileItStarts) {
				scene.start();
			}
			else {
				scene.awaitUp(first);
			}
			if (!whileItStarts && two) {
				Together.share(scene, first, scene.alive().getLast());
			}
			scene.workload().publish(EVENTS + scene.chance().nextInt(3 * EVENTS));
			scene.pass(Duration.ofMillis(scene.chance().nextInt(whileItStarts ? 6_000 : 1_500)));
			(whileItStarts ? scene.alive().getLast() : scene.alive().get(scene.chance().nextInt(scene.alive().size())))
				.kill();
			if (scene.chance().nextInt(4) == 0) {
				scene.killAll();
			}
			if (scene.alive().isEmpty()) {
				scene.start();
			}
		}
	}

	/** Kills one of two processes that share the logs; the other takes over. */
	static void ofOneOfTwo(Scene scene, int times) throws IOException {
		for (int kill = 0; kill < times; kill++) {
			HubProcess first = scene.running();
			HubProcess second = scene.start();
			Together.share(scene, first, second);
			scene.workload().publish(5 * EVENTS);
			first.kill();
			scene.rest();
		}
	}

}
