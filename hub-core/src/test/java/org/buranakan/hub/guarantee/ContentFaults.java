package org.buranakan.hub.guarantee;

import java.io.IOException;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

import org.apache.avro.specific.SpecificRecord;
import org.buranakan.schemas.event.LocalizedText;
import org.buranakan.schemas.topic.Family;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/** What agencies publish, besides what they should. */
final class ContentFaults {

	private static final int EVENTS = 500;

	private ContentFaults() {
	}

	static void duplicates(Scene scene, int times) throws IOException {
		scene.running();
		for (int time = 0; time < times; time++) {
			Published published = new Published(scene.agencies(), scene.workload().anyAgency());
			for (int entity = 0; entity < 20; entity++) {
				SpecificRecord event = published.first(Family.ACTIVITY, entity);
				scene.agencies().publish(event);
				scene.agencies().publish(event);
			}
			scene.workload().publish(EVENTS);
		}
	}

	/** Everything that was published first comes once more, when all is derived. */
	static void oldCopies(Scene scene, int times) throws IOException {
		for (int time = 0; time < times; time++) {
			scene.workload().publish(EVENTS);
			scene.rest();
			String before = fingerprint(scene);
			scene.workload().repeatTheFirst();
			scene.rest();
			assertThat(fingerprint(scene)).as("facts").isEqualTo(before);
		}
	}

	/** Nothing but positions differ. */
	private static String fingerprint(Scene scene) throws IOException {
		return JsonMapper.shared()
			.readTree(scene.running().ask("GET", "/api/v1/fingerprint").body())
			.path("facts")
			.asString();
	}

	static void equalRevisionOtherContent(Scene scene, int times) throws IOException {
		scene.rest();
		Published published = new Published(scene.agencies(), scene.workload().anyAgency());
		long before = scene.number("SELECT count(*) FROM hub.rejection WHERE code = 'CONTRADICTION'");
		for (int time = 0; time < times; time++) {
			SpecificRecord plan = published.first(Family.PLAN, time);
			scene.agencies().publish(plan);
			scene.agencies().publish(Published.with(plan, "title", new LocalizedText("ฉบับอื่น", null)));
			scene.workload().publish(EVENTS / 10);
		}
		scene.rest();
		assertThat(scene.number("SELECT count(*) FROM hub.rejection WHERE code = 'CONTRADICTION'"))
			.isGreaterThanOrEqualTo(before + times);
	}

	static void poisonOfEveryKind(Scene scene, int times) throws IOException {
		scene.rest();
		for (int time = 0; time < times; time++) {
			Published published = new Published(scene.agencies(), scene.workload().anyAgency());
			Poison.ofEveryKind(scene.agencies(), published, scene.chance()).forEach(scene.agencies()::publish);
			scene.agencies().publish(Poison.deep(scene.agencies(), published));
			Poison.publishTenMegabytes(scene.agencies(), published.record(published.first(Family.PLAN, 2)));
			scene.workload().publish(EVENTS / 10);
		}
		scene.rest();
		// Which record has which code is judged as a guarantee.
		assertThat(new HashSet<>(scene.agencies().doses().byPlace().values())).contains("TOO_DEEP", "TOO_LARGE",
				"IMPOSSIBLE_VALUE", "NULL_VALUE");
		for (String code : Set.copyOf(scene.agencies().doses().byPlace().values())) {
			assertThat(scene.number("SELECT count(*) FROM hub.rejection WHERE code = '" + code + "'")).as(code)
				.isPositive();
		}
	}

	static void oneInTenThousand(Scene scene, int times) throws IOException {
		for (int time = 0; time < times; time++) {
			atFullSpeed(scene, () -> scene.workload().publish(20_000, 10_000));
		}
	}

	static void allPoisoned(Scene scene, int times) throws IOException {
		for (int time = 0; time < times; time++) {
			atFullSpeed(scene, () -> scene.workload().poison(10_000));
		}
	}

	/** A backlog, which is read in batches as large as they come. */
	private static void atFullSpeed(Scene scene, Runnable publishes) throws IOException {
		scene.rest();
		scene.stopAll();
		publishes.run();
		HubProcess fast = scene.start(Map.of("spring.kafka.consumer.max-poll-records", 20_000), Map.of());
		scene.rest();
		fast.stop();
		scene.start();
	}

}
