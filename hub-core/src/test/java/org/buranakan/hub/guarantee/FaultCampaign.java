package org.buranakan.hub.guarantee;

import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import org.buranakan.platform.Platform;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Does faults to a hub that several agencies publish to, and judges it at rest by all of
 * {@link Guarantee}. What is published, and the order of it, follows from the seed.
 */
final class FaultCampaign {

	private static final Logger log = LoggerFactory.getLogger(FaultCampaign.class);

	private final Platform platform;

	private final long seed;

	private final Duration minute;

	private final List<Result> results = new ArrayList<>();

	private @Nullable Scene scene;

	/**
	 * A campaign.
	 * @param minute how long what is to last a minute lasts
	 */
	FaultCampaign(Platform platform, long seed, Duration minute) {
		this.platform = platform;
		this.seed = seed;
		this.minute = minute;
		log.info("Fault campaign: -Dburanakan.seed={}", seed);
		for (Guarantee guarantee : Guarantee.values()) {
			log.info("Must hold at rest: {}: {}", guarantee, guarantee.means());
		}
	}

	/** Does all of them to one hub, and judges it once. */
	void together(List<Fault> faults, int times) throws Exception {
		try {
			for (Fault fault : faults) {
				strike(fault, times);
			}
			Guarantee.judgeAll(scene());
		}
		finally {
			end();
		}
	}

	/** Does one after the other, judges after each, and goes on after a failure. */
	void oneByOne(List<Fault> faults, int most) throws Exception {
		Fault.@Nullable Kind kind = null;
		for (Fault fault : faults) {
			if (kind != fault.kind()) {
				end();
			}
			kind = fault.kind();
			one(fault, Math.min(most, fault.times()));
		}
		end();
	}

	private void one(Fault fault, int times) throws Exception {
		long begun = System.nanoTime();
		String result = "holds";
		try {
			strike(fault, times);
			Guarantee.judgeAll(scene());
			if (fault.leavesAScar()) {
				end();
			}
		}
		catch (NotRunHere lack) {
			result = "not run: " + lack.getMessage();
		}
		catch (Throwable broken) {
			log.error("{} breaks it", fault, broken);
			result = "**BROKEN**: " + String.valueOf(broken.getMessage()).lines().findFirst().orElse("");
			end();
		}
		this.results.add(new Result(fault, times, result, Duration.ofNanos(System.nanoTime() - begun)));
		log.info("{} × {}: {}", fault, times, result);
	}

	private void strike(Fault fault, int times) throws Exception {
		log.info("{} × {}: {}. Must hold: {}. Undone: {}.", fault, times, fault.does(), fault.mustHold(),
				fault.undone());
		Scene stage = scene();
		stage.running();
		fault.strike(stage, times);
	}

	private Scene scene() throws IOException {
		Scene present = this.scene;
		if (present == null) {
			present = new Scene(this.platform, this.seed, this.minute);
			this.scene = present;
		}
		return present;
	}

	private void end() throws SQLException {
		Scene present = this.scene;
		this.scene = null;
		if (present != null) {
			present.close();
		}
	}

	boolean isWithoutFailure() {
		return this.results.stream().noneMatch((result) -> result.result().contains("BROKEN"));
	}

	/** The results as a table in Markdown. */
	String table() {
		StringBuilder table = new StringBuilder(
				"| Fault | Times | What must hold, besides all guarantees at rest | Result |\n|---|---|---|---|\n");
		for (Result result : this.results) {
			table.append("| %s | %d | %s | %s (%d s) |\n".formatted(result.fault().does(), result.times(),
					result.fault().mustHold(), result.result(), result.took().toSeconds()));
		}
		return table.toString();
	}

	/** What became of a fault. */
	private record Result(Fault fault, int times, String result, Duration took) {

	}

}
