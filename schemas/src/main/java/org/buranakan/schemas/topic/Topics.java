package org.buranakan.schemas.topic;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

import org.apache.avro.specific.SpecificRecord;
import org.buranakan.schemas.record.ActRecorded;
import org.buranakan.schemas.record.BusinessDateStated;
import org.buranakan.schemas.record.CutTaken;
import org.buranakan.schemas.record.RecordRejected;
import org.buranakan.schemas.record.ReferenceRecorded;
import org.buranakan.schemas.record.SourceRefused;
import org.buranakan.schemas.view.ActivityRow;
import org.buranakan.schemas.view.AreaRow;
import org.buranakan.schemas.view.BudgetRow;
import org.buranakan.schemas.view.FindingRow;
import org.buranakan.schemas.view.PlanRow;
import org.jspecify.annotations.Nullable;

import static org.buranakan.schemas.topic.Keeping.COMPACTED;
import static org.buranakan.schemas.topic.Keeping.FOR_EVER;
import static org.buranakan.schemas.topic.Keeping.MONTH;
import static org.buranakan.schemas.topic.Keeping.YEAR;
import static org.buranakan.schemas.topic.Party.ACTOR;
import static org.buranakan.schemas.topic.Party.AGENCIES;
import static org.buranakan.schemas.topic.Party.AUDITORS;
import static org.buranakan.schemas.topic.Party.DASHBOARDS;
import static org.buranakan.schemas.topic.Party.EVERYONE;
import static org.buranakan.schemas.topic.Party.HUB;
import static org.buranakan.schemas.topic.Party.HUBS_CONNECT;
import static org.buranakan.schemas.topic.Party.OPERATORS;
import static org.buranakan.schemas.topic.Party.OWNER;
import static org.buranakan.schemas.topic.Party.OWNERS_CONNECT;

/**
 * The topic catalogue: every kind of topic with its key, writers, readers, keeping and
 * contract. Each topic has exactly one partition, so that a log is a topic. A new kind is
 * a new line here; nothing else lists topics.
 */
@SuppressWarnings("ImmutableEnumChecker") // its sets are immutable copies
public enum Topics {

	/** Plans of an agency, by entity id. */
	PLAN("agency.*.plan", Family.PLAN.type(), FOR_EVER, Set.of(OWNER), Set.of(OWNER, HUB, AUDITORS)),

	/** Activities of an agency, by entity id. */
	ACTIVITY("agency.*.activity", Family.ACTIVITY.type(), FOR_EVER, Set.of(OWNER), Set.of(OWNER, HUB, AUDITORS)),

	/** Budget postings of an agency, by entity id. */
	BUDGET("agency.*.budget", Family.BUDGET.type(), FOR_EVER, Set.of(OWNER), Set.of(OWNER, HUB, AUDITORS)),

	/** Counts of complaints of an agency, by entity id. */
	COMPLAINT("agency.*.complaint", Family.COMPLAINT.type(), FOR_EVER, Set.of(OWNER), Set.of(OWNER, HUB, AUDITORS)),

	/** An agency's stances on joint plans, by entity id. */
	AGREEMENT("agency.*.agreement", Family.AGREEMENT.type(), FOR_EVER, Set.of(OWNER), Set.of(OWNER, HUB, AUDITORS)),

	/** An agency's answers to findings, by entity id. */
	ANSWER("agency.*.answer", Family.ANSWER.type(), FOR_EVER, Set.of(OWNER), Set.of(OWNER, HUB, AUDITORS)),

	/**
	 * What an agency's source offered and its connector refused, by source place. The hub
	 * reads it to show officers what to mend.
	 */
	REFUSED("agency.*.refused", SourceRefused.class, YEAR, Set.of(OWNER), Set.of(OWNER, HUB, AUDITORS)),

	/** Signed checkpoint notes over an agency's topics, by topic name: UTF-8 text. */
	SEAL("agency.*.seal", null, FOR_EVER, Set.of(OWNER), Set.of(EVERYONE)),

	/**
	 * Changes captured from an agency's database: {@code raw.<agency>.<schema>.
	 *
	<table>
	 * }.
	 */
	RAW("raw.*.#", null, MONTH, Set.of(OWNERS_CONNECT), Set.of(OWNER, OWNERS_CONNECT)),

	/** Reference data, by {@code <kind>/<code>}. */
	REFERENCE("hub.reference", ReferenceRecorded.class, FOR_EVER, Set.of(OPERATORS), Set.of(EVERYONE)),

	/** The business date, by ISO date. */
	CLOCK("hub.clock", BusinessDateStated.class, FOR_EVER, Set.of(HUB, OPERATORS), Set.of(EVERYONE)),

	/** Records that the hub did not apply, by {@code <topic>/<partition>/<offset>}. */
	REJECTED("hub.rejected", RecordRejected.class, FOR_EVER, Set.of(HUB), Set.of(HUB, AUDITORS)),

	/** Plans of the integrated view, by entity id. */
	VIEW_PLAN("hub.view.plan", PlanRow.class, COMPACTED, Set.of(HUBS_CONNECT),
			Set.of(AGENCIES, HUB, DASHBOARDS, AUDITORS)),

	/** Activities of the integrated view, by entity id. */
	VIEW_ACTIVITY("hub.view.activity", ActivityRow.class, COMPACTED, Set.of(HUBS_CONNECT),
			Set.of(AGENCIES, HUB, DASHBOARDS, AUDITORS)),

	/** Money of the integrated view, by agency, budget line and area. */
	VIEW_BUDGET("hub.view.budget", BudgetRow.class, COMPACTED, Set.of(HUBS_CONNECT),
			Set.of(AGENCIES, HUB, DASHBOARDS, AUDITORS)),

	/** Areas of the integrated view, by area code. */
	VIEW_AREA("hub.view.area", AreaRow.class, COMPACTED, Set.of(HUBS_CONNECT),
			Set.of(AGENCIES, HUB, DASHBOARDS, AUDITORS)),

	/** Findings of the integrated view, by finding id. */
	VIEW_FINDING("hub.view.finding", FindingRow.class, COMPACTED, Set.of(HUBS_CONNECT),
			Set.of(AGENCIES, HUB, DASHBOARDS, AUDITORS)),

	/** Cuts, by cut id. */
	CUT("hub.cut", CutTaken.class, FOR_EVER, Set.of(HUB), Set.of(EVERYONE)),

	/**
	 * What an auditor or operator did, by act id. The hub reads it: where a finding
	 * stands follows from it too.
	 */
	ACT("audit.*.act", ActRecorded.class, FOR_EVER, Set.of(ACTOR), Set.of(ACTOR, AUDITORS, HUB));

	/** The consumer group in which the hub's intake reads the agencies' topics. */
	public static final String HUB_GROUP = "hub-intake";

	private final String pattern;

	private final @Nullable Class<? extends SpecificRecord> value;

	private final Optional<Family> family;

	private final Keeping keeping;

	private final Set<Party> writers;

	private final Set<Party> readers;

	Topics(String pattern, @Nullable Class<? extends SpecificRecord> value, Keeping keeping, Set<Party> writers,
			Set<Party> readers) {
		this.pattern = pattern;
		this.value = value;
		this.family = Arrays.stream(Family.values()).filter((candidate) -> candidate.type() == value).findFirst();
		this.keeping = keeping;
		this.writers = Set.copyOf(writers);
		this.readers = Set.copyOf(readers);
	}

	/** The one topic of this kind; for kinds that no agency or actor owns. */
	public Topic topic() {
		if (isOwned()) {
			throw new IllegalStateException(this + " has one topic per owner: " + this.pattern);
		}
		return new Topic(this, "", this.pattern);
	}

	/** The topic of this kind that the agency owns. */
	public Topic of(AgencyId agency) {
		return ownedBy(agency.value());
	}

	/** The topic of this kind that the principal owns. */
	public Topic of(Principal principal) {
		return ownedBy(principal.ownership());
	}

	private Topic ownedBy(String owner) {
		if (!isOwned() || this == RAW) {
			throw new IllegalStateException(this + " has no topic of one owner: " + this.pattern);
		}
		return new Topic(this, owner, this.pattern.replace("*", owner));
	}

	/** The kinds that every agency has a topic of. */
	public static Set<Topics> ofAgencies() {
		return EnumSet.range(PLAN, SEAL);
	}

	/**
	 * The kinds that the hub's intake reads: what agencies publish, what their connectors
	 * refused, what the hub goes by, and what auditors and operators did.
	 */
	public static Set<Topics> ofIntake() {
		Set<Topics> kinds = EnumSet.range(PLAN, REFUSED);
		kinds.add(REFERENCE);
		kinds.add(CLOCK);
		kinds.add(ACT);
		return kinds;
	}

	/** The family of events, where this kind carries one. */
	public Optional<Family> family() {
		return this.family;
	}

	/**
	 * The generated class of its values; empty where values are not Avro of ours (seals
	 * are text, raw changes are Connect's).
	 */
	public Optional<Class<? extends SpecificRecord>> value() {
		return Optional.ofNullable(this.value);
	}

	/** Where its contract lies: {@code contracts/<code>/v1.avsc}, … */
	public String code() {
		return name().toLowerCase(Locale.ROOT).replace('_', '-');
	}

	/**
	 * Kafka's topic configuration. Timestamps are the broker's, so that no producer can
	 * pretend about when it was heard; views are compressed with gzip at most, the one
	 * codec that pure JavaScript clients read.
	 */
	public Map<String, String> configuration() {
		Map<String, String> configuration = new TreeMap<>(this.keeping.configuration());
		configuration.put("message.timestamp.type", "LogAppendTime");
		configuration.put("compression.type", this.pattern.startsWith("hub.") ? "gzip" : "producer");
		return configuration;
	}

	/** Whether a record without a value removes its key; elsewhere it is a mistake. */
	public boolean allowsTombstones() {
		return this.keeping == COMPACTED;
	}

	/** Whether every principal may read it. */
	public boolean readableByEveryone() {
		return this.readers.contains(EVERYONE);
	}

	boolean isOwned() {
		return this.pattern.contains("*");
	}

	/** Who may write topics of this kind. */
	public Set<Party> writers() {
		return this.writers;
	}

	/** Who may read topics of this kind. */
	public Set<Party> readers() {
		return this.readers;
	}

	/**
	 * The names of its topics: {@code *} stands for the owner, a final {@code #} for the
	 * rest.
	 */
	public String pattern() {
		return this.pattern;
	}

	boolean writableBy(Principal principal, String owner) {
		return this.writers.stream().anyMatch((party) -> party.includes(principal, owner));
	}

	boolean readableBy(Principal principal, String owner) {
		return this.readers.stream().anyMatch((party) -> party.includes(principal, owner));
	}

}
