package org.buranakan.hub.guarantee;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

import org.buranakan.platform.Platform;
import org.buranakan.platform.shared.SharedPlatform;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What a hub guarantees, whatever is done to it. A sample of faults that follows from
 * {@code -Dburanakan.seed}; with {@code -Dburanakan.campaign=full} all of them, each as
 * often as {@link Fault} says and judged by itself, or, with names of faults and kinds in
 * place of {@code full}, those. {@code -Dburanakan.times} is the most of each.
 */
class FaultCampaignIT {

	private static final String CAMPAIGN = System.getProperty("buranakan.campaign", "");

	/** How many of a kind the sample has; what takes long is left to the campaign. */
	private static final Map<Fault.Kind, Integer> SAMPLE = Map.of(Fault.Kind.KILL, 2, Fault.Kind.DATABASE, 1,
			Fault.Kind.BROKER, 1, Fault.Kind.OWNERSHIP, 1, Fault.Kind.CONTENT, 1, Fault.Kind.OUTSIDE, 1);

	/**
	 * Of these: they take seconds, need nothing that a machine may lack, and leave
	 * nothing behind.
	 */
	private static final Set<Fault> QUICK = Set.of(Fault.KILL_BEFORE_COMMIT, Fault.KILL_IN_DERIVATION,
			Fault.KILL_IN_CUT, Fault.CUT_AFTER_COMMIT, Fault.DATABASE_RESTART, Fault.DATABASE_READ_ONLY,
			Fault.FOREIGN_TRANSACTION, Fault.LOCK_HELD, Fault.BROKER_RESTARTED, Fault.ZOMBIE, Fault.OTHER_CONTENT,
			Fault.POISON, Fault.REGISTRY_AWAY_LATER);

	private final long seed = Long.getLong("buranakan.seed", System.nanoTime());

	@Test
	void whateverIsDoneToAHubItsGuaranteesHoldAtRest() throws Exception {
		try (Platform platform = SharedPlatform.apart(Path.of("target", "fault-campaign"))) {
			campaignOn(platform);
		}
	}

	private void campaignOn(Platform platform) throws Exception {
		if (CAMPAIGN.isEmpty()) {
			new FaultCampaign(platform, this.seed, Duration.ofSeconds(3)).together(sample(), 1);
			return;
		}
		FaultCampaign campaign = new FaultCampaign(platform, this.seed, Duration.ofMinutes(1));
		campaign.oneByOne(chosen(), Integer.getInteger("buranakan.times", Integer.MAX_VALUE));
		String table = campaign.table();
		Files.writeString(Path.of("target", "fault-campaign.md"), table);
		LoggerFactory.getLogger(FaultCampaignIT.class).info("Seed {}\n{}", this.seed, table);
		assertThat(campaign.isWithoutFailure()).as(table).isTrue();
	}

	/** Every sample kills one of two processes. */
	private List<Fault> sample() {
		List<Fault> shuffled = new ArrayList<>(QUICK);
		Collections.sort(shuffled);
		Collections.shuffle(shuffled, new Random(this.seed));
		List<Fault> sample = new ArrayList<>(List.of(Fault.KILL_ONE_OF_TWO));
		SAMPLE.forEach((kind,
				share) -> shuffled.stream().filter((fault) -> fault.kind() == kind).limit(share).forEach(sample::add));
		Collections.sort(sample);
		return sample;
	}

	private static List<Fault> chosen() {
		Set<String> names = Set.copyOf(Arrays.asList(CAMPAIGN.split(",", -1)));
		return Arrays.stream(Fault.values())
			.filter((fault) -> CAMPAIGN.equals("full") || names.contains(fault.name())
					|| names.contains(fault.kind().name()))
			.toList();
	}

}
