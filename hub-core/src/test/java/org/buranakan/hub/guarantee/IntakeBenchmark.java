package org.buranakan.hub.guarantee;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Pattern;

import org.buranakan.hub.intake.Duty;
import org.buranakan.platform.shared.SharedPlatform;
import org.junit.jupiter.api.Test;

/**
 * How fast the hub takes a backlog of postings to committed facts, beside a loop written
 * by hand for nothing else, Debezium's JDBC sink and a listener that commits record by
 * record: in turns, each in a JVM of its own that has not warmed up. Same topics, same
 * PostgreSQL. The hub's intake judges, hashes and tells readers; it is also measured
 * until everything is derived, without one of its duties after the other, and with a
 * nation's events of all families. No test: its figures are for people. <pre>
 * mvn test -Pcontenders -pl hub-core -am -Dtest=IntakeBenchmark -Dsurefire.failIfNoSpecifiedTests=false
 * </pre>
 */
class IntakeBenchmark {

	private static final int EVENTS = Integer.getInteger("events", 1_000_000);

	private static final int KEYS = Integer.getInteger("keys", 100_000);

	private static final int ROUNDS = Integer.getInteger("rounds", 5);

	/** Those whose name has this. */
	private static final Pattern CONTENDERS = Pattern.compile(System.getProperty("contenders", ""));

	/** Who commits record by record has so much less to read. */
	private static final int LESS = 20;

	/** What begins the name of who reads events of all families. */
	private static final String FAMILIES = "all families, ";

	/** Of all families. */
	private static final int NATION = Integer.getInteger("nation", 200_000);

	private static final List<Contender> ALL = List.of(new LoopContender("bare loop", BareLoop.Way.BATCHES),
			HubContender.intake(), HubContender.whole(), SinkContender.tuned(), SinkContender.asItComes());

	private static final Contender SLOW = new LoopContender("listener, record by record", BareLoop.Way.RECORDS);

	private final Map<String, List<Effort>> efforts = new LinkedHashMap<>();

	@Test
	void aBacklogIsRead() throws Exception {
		try (Agencies agencies = new Agencies(SharedPlatform.get(), "one", "two");
				Agencies others = new Agencies(SharedPlatform.get(), "one", "two");
				Agencies nation = new Agencies(SharedPlatform.get())) {
			Backlog backlog = Backlog.publish(agencies, EVENTS, KEYS);
			Backlog shorter = Backlog.publish(others, EVENTS / LESS, KEYS / LESS);
			Backlog all = Backlog.ofANation(nation, NATION);
			for (int round = 1; round <= ROUNDS; round++) {
				System.out.println("= round " + round);
				for (Contender contender : ALL) {
					run(contender.name(), contender, backlog);
				}
				run(SLOW.name(), SLOW, shorter);
				run(FAMILIES + HubContender.whole().name(), HubContender.whole(), all);
				for (Duty duty : EnumSet.complementOf(EnumSet.of(Duty.DERIVATION))) {
					Contender without = HubContender.without(duty);
					run(without.name(), without, backlog);
				}
			}
		}
		System.out.println("= medians");
		this.efforts.forEach((name, some) -> System.out.printf("= %s: %s%n", name, Effort.median(some)));
		compare(HubContender.intake().name(), (other) -> !other.startsWith(FAMILIES));
		compare(HubContender.whole().name(), (other) -> !other.startsWith(FAMILIES) && !other.contains("without"));
		compare(FAMILIES + HubContender.whole().name(), (other) -> other.equals(SinkContender.tuned().name()));
	}

	private void compare(String hub, Predicate<String> others) {
		List<Effort> own = this.efforts.getOrDefault(hub, List.of());
		this.efforts.forEach((name, some) -> {
			if (!own.isEmpty() && !name.equals(hub) && others.test(name)) {
				System.out.printf("= %s at %.2f × the rate of %s%n", hub,
						Effort.median(own).rate() / Effort.median(some).rate(), name);
			}
		});
	}

	private void run(String name, Contender contender, Backlog backlog) throws Exception {
		if (CONTENDERS.matcher(name).find()) {
			Effort effort = contender.take(backlog);
			System.out.printf("= %s: %s%n", name, effort);
			this.efforts.computeIfAbsent(name, (key) -> new ArrayList<>()).add(effort);
		}
	}

}
