package org.buranakan.hub.command;

import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.locks.LockSupport;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@Command(name = "replay", mixinStandardHelpOptions = true, sortOptions = false,
		description = { "Has a running hub fold all logs once more, and says whether its view is what they say.",
				"Ends with 0 if it is, 1 if it differs, 2 if there is no result or the hub is not reached;",
				"3 until a cut of which nothing was on record to compare with: what was found is on record now." })
final class AuditReplay implements Callable<Integer> {

	private static final Duration STEP = Duration.ofMillis(500);

	/** How long a hub may be busy, or silent while it replays. */
	private static final int ATTEMPTS = 120;

	private static final Map<String, Integer> EXIT = Map.of("EQUAL", 0, "DIFFERENT", 1, "FAILED", 2, "ESTABLISHED", 3);

	@Mixin
	private HubOptions hub = new HubOptions();

	@Option(names = "--cut", paramLabel = "ID",
			description = "Until this cut, or the `latest`; the whole history if left out.")
	private @Nullable String cut;

	@Override
	public Integer call() throws IOException, InterruptedException {
		ReplayReport report = new ReplayReport(this.hub.out(), this.hub.language());
		try (HubApi api = this.hub.open()) {
			String until = this.cut;
			String id = "";
			if (until != null) {
				JsonNode found = api.read("/api/v1/cuts/" + until);
				id = found.path("id").asString();
				report.cut(found);
			}
			JsonNode ended = follow(api, begin(api, id, report), report);
			report.end(ended);
			return EXIT.getOrDefault(ended.path("state").asString(), 2);
		}
	}

	/** Begins one of its own: another that is under way is awaited. */
	private String begin(HubApi api, String id, ReplayReport report) throws IOException, InterruptedException {
		String wanted = id.isEmpty() ? "{}" : JsonMapper.shared().writeValueAsString(Map.of("cut", id));
		String problem = "";
		for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
			HubApi.Answer answer = api.ask("/api/v1/replays", wanted);
			switch (answer.status()) {
				case 202 -> {
					return path(answer.body());
				}
				case 200 -> {
					if (answer.body().path("cut").asString("").equals(id)) {
						return path(answer.body());
					}
					report.waits();
					follow(api, path(answer.body()), report);
				}
				case 503 -> problem = answer.problem();
				default -> throw new IOException(answer.problem());
			}
			LockSupport.parkNanos(STEP.toNanos());
		}
		throw new IOException(problem);
	}

	private JsonNode follow(HubApi api, String path, ReplayReport report) throws IOException, InterruptedException {
		int missed = 0;
		while (true) {
			try {
				JsonNode replay = api.read(path);
				missed = 0;
				if (replay.has("endedAt")) {
					return replay;
				}
				report.progress(replay);
			}
			catch (IOException ex) {
				if (++missed == ATTEMPTS) {
					throw ex;
				}
			}
			LockSupport.parkNanos(STEP.toNanos());
		}
	}

	private static String path(JsonNode replay) {
		return "/api/v1/replays/" + replay.path("id").longValue();
	}

}
