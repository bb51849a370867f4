package org.buranakan.hub.guarantee;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.awaitility.Awaitility;
import org.buranakan.hub.oracle.Oracle;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/** What a hub guarantees (DESIGN, invariants 1 to 7), judged at rest. */
enum Guarantee {

	ACCOUNTED("received = applied + stale + rejected, per log, in counts and in history") {

		@Override
		void judge(Scene scene, Oracle oracle) {
			assertThat(rows(scene,
					"""
							SELECT topic FROM hub.log LEFT JOIN LATERAL (
								SELECT count(*) AS received, count(*) FILTER (WHERE outcome = 'APPLIED') AS applied,
									count(*) FILTER (WHERE outcome = 'STALE') AS stale, count(*) FILTER (WHERE outcome = 'REJECTED') AS rejected
								FROM hub.history WHERE log_id = log.id) AS told ON true
							WHERE (log.received, log.applied, log.stale, log.rejected)
								IS DISTINCT FROM (told.received, told.applied, told.stale, told.rejected)
								OR log.received <> log.applied + log.stale + log.rejected
							"""))
				.isEmpty();
		}

	},

	NOTHING_LOST("every record of every log is in history, none is left out") {

		@Override
		void judge(Scene scene, Oracle oracle) {
			assertThat(rows(scene, """
					SELECT topic FROM hub.log WHERE next_offset > 0 AND next_offset <> (SELECT count(*) FROM hub.history
						WHERE log_id = log.id AND log_offset < next_offset)
					""")).isEmpty();
			Map<String, Long> positions = new HashMap<>(scene.hub().positions());
			positions.keySet().retainAll(oracle.counts().keySet());
			assertThat(positions).allSatisfy((topic, next) -> assertThat(next).as(topic)
				.isEqualTo(oracle.counts().getOrDefault(topic, Oracle.Count.NONE).received()));
		}

	},

	ONCE_IN_EFFECT("the facts are the oracle's, row by row, and so are the counts") {

		@Override
		void judge(Scene scene, Oracle oracle) throws IOException {
			assertThat(scene.hub().counts()).isEqualTo(oracle.counts());
			JsonNode fingerprint = JsonMapper.shared()
				.readTree(scene.running().ask("GET", "/api/v1/fingerprint").body());
			if (!fingerprint.path("facts").asString().equals(oracle.fingerprint())) {
				scene.hub().start();
				scene.hub().isTheOracles();
				scene.hub().stop();
				throw new AssertionError("Facts differed from the oracle's, and later did not");
			}
		}

	},

	REVISION_DECIDES("of an entity only higher revisions applied, and the row is the highest") {

		@Override
		void judge(Scene scene, Oracle oracle) {
			assertThat(rows(scene,
					"""
							WITH applied AS (SELECT family, log_id, entity_id, revision,
									lag(revision) OVER (PARTITION BY log_id, entity_id ORDER BY log_offset) AS before
								FROM hub.history JOIN hub.log ON log.id = log_id WHERE outcome = 'APPLIED' AND revision IS NOT NULL),
							shown AS (SELECT id, revision FROM plan UNION ALL SELECT id, revision FROM activity
								UNION ALL SELECT id, 1 FROM posting UNION ALL SELECT id, revision FROM complaint_count)
							SELECT entity_id FROM applied WHERE revision <= before
							UNION ALL
							SELECT id FROM shown JOIN (SELECT entity_id, max(revision) AS highest FROM applied
								WHERE family IN ('plan', 'activity', 'budget', 'complaint') GROUP BY 1) AS of ON entity_id = id
							WHERE revision <> highest
							"""))
				.isEmpty();
		}

	},

	REPLAY_EQUALS_LIVE(
			"a replay of all logs beside it comes to the same facts, derived rows and counts, or says what it lacks") {

		@Override
		void judge(Scene scene, Oracle oracle) throws IOException {
			HubProcess process = scene.running();
			HttpResponse<String> begun = Awaitility.await()
				.atMost(Scene.PATIENCE)
				.until(() -> process.ask("POST", "/api/v1/replays"), (answer) -> answer.statusCode() < 300);
			String id = JsonMapper.shared().readTree(begun.body()).path("id").asString();
			JsonNode ended = Awaitility.await()
				.atMost(Scene.PATIENCE)
				.pollInterval(Duration.ofMillis(200))
				.until(() -> JsonMapper.shared().readTree(process.ask("GET", "/api/v1/replays/" + id).body()),
						(replay) -> replay.has("endedAt"));
			String state = scene.parked().isPresent() ? "FAILED" : "EQUAL";
			assertThat(ended.path("state").asString()).as(ended.toPrettyString()).isEqualTo(state);
			scene.parked()
				.ifPresent((log) -> assertThat(ended.path("failure").asString()).contains(log.topic())
					.containsAnyOf("begins at", "now has"));
		}

	},

	ONLY_THE_OWNER_WRITES("every log moved on without overlap, and never under an older claim") {

		@Override
		void judge(Scene scene, Oracle oracle) {
			assertThat(rows(scene, """
					SELECT concat_ws(' ', log_id, nr, was, next, epoch, process) FROM (
						SELECT *, lag(next) OVER log AS before, lag(epoch) OVER log AS epoch_before FROM watch.advance
						WINDOW log AS (PARTITION BY log_id ORDER BY nr)) AS advanced
					WHERE before <> was OR epoch < epoch_before OR next <= was
					""")).isEmpty();
		}

	},

	NEIGHBOURS_UNHARMED(
			"what was rejected is what the oracle rejects, poison with the code that fits it: no neighbour, and nothing for an outage") {

		@Override
		void judge(Scene scene, Oracle oracle) {
			Map<String, String> rejected = new TreeMap<>();
			scene.sql()
				.sql("SELECT topic || '/' || log_offset, code FROM hub.rejection JOIN hub.log ON log.id = log_id")
				.query((row) -> {
					rejected.put(row.getString(1), row.getString(2));
				});
			assertThat(rejected.keySet()).isEqualTo(oracle.rejected());
			Map<String, String> poison = scene.agencies().doses().byPlace();
			assertThat(rejected).containsAllEntriesOf(scene.parked().map((log) -> log.readable(poison)).orElse(poison));
			assertThat(rows(scene, "SELECT kind || '/' || key FROM view.dirty WHERE quarantined IS NOT NULL"))
				.isEmpty();
		}

	},

	READERS_SEE_WHOLE_BATCHES("who read ten times a second never saw half a batch") {

		@Override
		void judge(Scene scene, Oracle oracle) {
			assertThat(scene.reader().halves()).isEmpty();
			assertThat(scene.reader().isLooking()).as("the reader goes on").isTrue();
			assertThat(scene.reader().newStates()).as("new states since the last judgement").isPositive();
		}

	};

	private final String means;

	Guarantee(String means) {
		this.means = means;
	}

	/** As a sentence that is to hold. */
	String means() {
		return this.means;
	}

	abstract void judge(Scene scene, Oracle oracle) throws IOException;

	/** Judges a scene at rest by all guarantees. */
	static void judgeAll(Scene scene) throws IOException {
		scene.rest();
		Map<String, Long> shared = new HashMap<>(scene.hub().positions());
		shared.keySet().removeIf((topic) -> topic.startsWith("agency."));
		Oracle oracle = scene.agencies()
			.oracle(shared, scene.parked().map((log) -> Map.of(log.topic(), log.read())).orElse(Map.of()));
		for (Guarantee guarantee : values()) {
			try {
				guarantee.judge(scene, oracle);
			}
			catch (AssertionError broken) {
				throw new AssertionError(guarantee + " does not hold: " + broken.getMessage(), broken);
			}
		}
	}

	private static List<String> rows(Scene scene, String query) {
		return scene.sql().sql(query).query((row, number) -> row.getString(1)).list();
	}

}
