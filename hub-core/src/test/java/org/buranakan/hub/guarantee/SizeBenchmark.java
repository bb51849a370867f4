package org.buranakan.hub.guarantee;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.buranakan.platform.shared.SharedPlatform;
import org.junit.jupiter.api.Test;

/**
 * What an event costs the hub in a backlog of a hundred thousand, a million and ten
 * million, and where 7, 77 and 1,000 agencies have published it; each posting is stated
 * ten times, and each backlog is read by a JVM that has not warmed up. No test: its
 * figures are for people. <pre>
 * mvn test -pl hub-core -am -Dtest=SizeBenchmark -Dsurefire.failIfNoSpecifiedTests=false
 * </pre> {@code -Devents=100000,1000000} and {@code -Dagencies=7,77} choose others.
 */
class SizeBenchmark {

	private static final int TIMES = 10;

	/** As many as a nation has events of a year, shared out among its agencies. */
	private static final int SHARED_OUT = 1_000_000;

	private final List<String> table = new ArrayList<>();

	@Test
	void anEventCostsWhatItCosts() throws Exception {
		for (int events : numbers("events", "100000,1000000,10000000")) {
			run(events, 2);
		}
		for (int agencies : numbers("agencies", "7,77,1000")) {
			run(SHARED_OUT, agencies);
		}
		System.out.println("= | Events | Agencies | µs per event |");
		this.table.forEach(System.out::println);
	}

	private void run(int events, int several) throws Exception {
		try (Agencies agencies = new Agencies(SharedPlatform.get())) {
			agencies.join(IntStream.range(0, several).mapToObj((turn) -> agencies.prefix() + turn).toList());
			Effort effort = HubContender.whole().take(Backlog.publish(agencies, events, events / TIMES));
			System.out.printf("= %,d events of %,d agencies: %s%n", events, several, effort);
			this.table.add("= | %,d | %,d | %.1f |".formatted(events, several, 1e6 / effort.rate()));
		}
	}

	private static int[] numbers(String property, String usual) {
		return Stream.of(System.getProperty(property, usual).split(","))
			.filter((number) -> !number.isEmpty())
			.mapToInt(Integer::parseInt)
			.toArray();
	}

}
