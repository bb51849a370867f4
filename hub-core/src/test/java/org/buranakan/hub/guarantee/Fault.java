package org.buranakan.hub.guarantee;

/**
 * The closed set of what is done to a hub. Whatever else must hold of one, all of
 * {@link Guarantee} must once it is at rest again, and it must say that it is well.
 */
enum Fault {

	KILL_AFTER_POLL(FailPoint.AFTER_POLL),

	KILL_IN_FACTS(FailPoint.IN_FACTS),

	KILL_IN_HISTORY(FailPoint.IN_HISTORY),

	KILL_IN_DIRTY(FailPoint.IN_DIRTY),

	KILL_BEFORE_COMMIT(FailPoint.BEFORE_COMMIT),

	KILL_BEFORE_COMMIT_IS_HEARD(FailPoint.COMMIT_UNHEARD),

	KILL_IN_CLAIM(FailPoint.IN_CLAIM),

	KILL_IN_DERIVATION(FailPoint.IN_DERIVATION),

	KILL_IN_NOTE(FailPoint.IN_NOTE),

	KILL_IN_CUT(FailPoint.IN_CUT),

	KILL_IN_PUBLICATION(Kind.KILL, 20, "kill -9 in the middle of publication",
			"hub.view.* at rest are the tables; nothing is published twice, nothing out of order",
			"another process starts", Kills::inPublication),

	KILL_AT_ANY_TIME(Kind.KILL, 200,
			"kill -9 at a random moment, of a start too, every second time of one of two processes or both",
			"nothing besides the guarantees", "another process starts", Kills::atAnyTime),

	KILL_ONE_OF_TWO(Kind.KILL, 20, "kill -9 of one of two processes that share the logs", "the other reads all of them",
			"it stays so", Kills::ofOneOfTwo),

	CUT_AFTER_COMMIT(Kind.DATABASE, 20, "the connection is cut when PostgreSQL has committed, before the hub hears",
			"the process goes on", "it connects again", DatabaseFaults::cutAfterCommit),

	BACKENDS_TERMINATED(Kind.DATABASE, 1, "pg_terminate_backend of all its sessions once a second, for a minute",
			"the process goes on", "it connects again", DatabaseFaults::terminateOnceASecond),

	DATABASE_CRASH(Kind.DATABASE, 5, "kill -9 of PostgreSQL", "health is DOWN and says why, then UP",
			"PostgreSQL starts and recovers", DatabaseFaults::crash),

	DATABASE_RESTART(Kind.DATABASE, 5, "PostgreSQL stops", "health is DOWN and says why, then UP", "PostgreSQL starts",
			DatabaseFaults::restart),

	DATABASE_READ_ONLY(Kind.DATABASE, 5, "the database takes no writes", "health is DOWN and says why, then UP",
			"it takes them again", DatabaseFaults::readOnly),

	DISK_FULL(Kind.DATABASE, 3, "the disk with the history is full (a tablespace of 16 MB)",
			"health is DOWN and says why, then UP", "what fills it is removed", DatabaseFaults::diskFull),

	LOCK_HELD(Kind.DATABASE, 1, "somebody locks the history for a minute", "the process goes on",
			"the lock is released", DatabaseFaults::lockHeld),

	FOREIGN_TRANSACTION(Kind.DATABASE, 1, "somebody's transaction hangs",
			"all is read and derived, and health is UP, while it does", "it is rolled back",
			DatabaseFaults::hungTransaction),

	BROKER_KILLED(Kind.BROKER, 5, "kill -9 of Kafka", "health is DOWN and says why, then UP", "Kafka starts",
			OutsideFaults::brokerKilled),

	BROKER_RESTARTED(Kind.BROKER, 5, "Kafka stops", "health is DOWN and says why, then UP", "Kafka starts",
			OutsideFaults::brokerRestarted),

	BROKER_FROZEN(Kind.BROKER, 1, "Kafka answers nobody for a minute (SIGSTOP)", "health is DOWN and says why, then UP",
			"SIGCONT", OutsideFaults::brokerFrozen),

	ZOMBIE(Kind.OWNERSHIP, 5, "SIGSTOP of the owner, takeover by another process, SIGCONT",
			"the zombie writes 0 rows under its old claims", "the other process ends", Together::zombie),

	ZOMBIE_IN_TRANSACTION(Kind.OWNERSHIP, 2, "SIGSTOP of the owner while it has locked the logs, takeover, SIGCONT",
			"the lock ends by itself; the zombie writes 0 rows under its old claims", "the other process ends",
			Together::zombieInTransaction),

	ZOMBIE_IN_COPY(Kind.OWNERSHIP, 2, "SIGSTOP of the owner in the middle of a COPY, takeover, SIGCONT",
			"the lock ends by itself; the zombie writes 0 rows under its old claims", "the other process ends",
			Together::zombieInCopy),

	REBALANCE_STORM(Kind.OWNERSHIP, 30, "consumers join the group, take logs away and leave, one after the other",
			"logs are claimed anew after each; the process goes on", "they have left", Together::rebalanceStorm),

	SLOW_DATABASE(Kind.OWNERSHIP, 3,
			"a commit, then a lock, takes longer than max.poll.interval, and another process takes over",
			"logs are claimed anew; the late batch is refused", "both end", Together::slowBeyondThePollInterval),

	DUPLICATES(Kind.CONTENT, 3, "records come twice", "nothing besides the guarantees", "nothing",
			ContentFaults::duplicates),

	OLD_COPIES(Kind.CONTENT, 3, "copies of the very first records come at the end", "no fact changes", "nothing",
			ContentFaults::oldCopies),

	OTHER_CONTENT(Kind.CONTENT, 20, "a revision comes again with other content",
			"each is rejected as CONTRADICTION, the first stays", "nothing", ContentFaults::equalRevisionOtherContent),

	POISON(Kind.CONTENT, 3,
			"random, truncated, empty and null values, wrong magic, unknown and foreign schema, absurd lengths, deep nesting,"
					+ " NUL, lone surrogate, year 300000, 10 MB, foreign agency, key and headers",
			"each is rejected with its code, its neighbours apply", "nothing", ContentFaults::poisonOfEveryKind),

	ONE_IN_TEN_THOUSAND(Kind.CONTENT, 1, "one record in ten thousand is poison, in a backlog at full speed",
			"its neighbours apply", "nothing", ContentFaults::oneInTenThousand),

	ALL_POISONED(Kind.CONTENT, 1, "all of 10,000 records are poison", "all are rejected, the hub goes on", "nothing",
			ContentFaults::allPoisoned),

	REGISTRY_AWAY_AT_START(Kind.OUTSIDE, 3, "no registry when a process starts",
			"health is DOWN and says why; nothing is read or rejected", "it is back",
			OutsideFaults::registryAwayAtStart),

	REGISTRY_AWAY_LATER(Kind.OUTSIDE, 3, "no registry when a schema comes that nobody has seen",
			"health is DOWN and says why; it is rejected only when the registry says that it has none", "it is back",
			OutsideFaults::registryAwayLater),

	CLOCK_AHEAD(Kind.OUTSIDE, 1, "the clock of a process is a day ahead", "nothing besides the guarantees",
			"it is killed", (scene, times) -> OutsideFaults.clock(scene, "+1d", times)),

	CLOCK_BEHIND(Kind.OUTSIDE, 1, "the clock of a process is a day behind", "nothing besides the guarantees",
			"it is killed", (scene, times) -> OutsideFaults.clock(scene, "-1d", times)),

	ERROR_IN_LISTENER(Kind.OUTSIDE, 3, "a record makes the code throw an Error",
			"its log waits there and health names it; all other logs go on", "the code is mended",
			OutsideFaults::errorInTheListener),

	ROLLING_RESTART(Kind.OUTSIDE, 3,
			"registry, Kafka, PostgreSQL and each of two processes are stopped and started in turn, under load",
			"health is UP after each, before the next stops", "each is started", RollingRestart::strike),

	LOG_START_MOVED(Kind.PARKING, 1, "records are removed before they are read",
			"that log parks as LOG_TRUNCATED with the gap and moves no further, all others are read to their ends; health is DOWN and names it alone; a replay says what it lacks",
			"not: what is gone is gone", OutsideFaults::logStartMoved),

	TOPIC_RECREATED(Kind.PARKING, 1, "a topic is deleted and created again",
			"that log parks as TOPIC_RECREATED and moves no further, all others are read to their ends; health is DOWN and names it alone; a replay says what it lacks",
			"not: the old topic is gone", OutsideFaults::topicRecreated);

	private final Kind kind;

	private final int times;

	private final String does;

	private final String mustHold;

	private final String undone;

	@SuppressWarnings("ImmutableEnumChecker") // an act keeps nothing
	private final Act act;

	Fault(Kind kind, int times, String does, String mustHold, String undone, Act act) {
		this.kind = kind;
		this.times = times;
		this.does = does;
		this.mustHold = mustHold;
		this.undone = undone;
		this.act = act;
	}

	Fault(FailPoint point) {
		this(Kind.KILL, 20, "kill -9 " + point.when(), "nothing besides the guarantees", "another process starts",
				(scene, times) -> Kills.at(point, scene, times));
	}

	Kind kind() {
		return this.kind;
	}

	/** How often the whole campaign does it. */
	int times() {
		return this.times;
	}

	String does() {
		return this.does;
	}

	String mustHold() {
		return this.mustHold;
	}

	/** How it ends. */
	String undone() {
		return this.undone;
	}

	/** Does it that often, and undoes it. */
	void strike(Scene scene, int times) throws Exception {
		this.act.strike(scene, times);
	}

	/** Whether a scene can be used afterwards. */
	boolean leavesAScar() {
		return this.kind == Kind.PARKING;
	}

	/** Faults of a kind share a scene. */
	enum Kind {

		KILL, DATABASE, BROKER, OWNERSHIP, CONTENT, OUTSIDE, PARKING

	}

	/** Does something to a scene, that often, and undoes it. */
	@FunctionalInterface
	interface Act {

		void strike(Scene scene, int times) throws Exception;

	}

}
