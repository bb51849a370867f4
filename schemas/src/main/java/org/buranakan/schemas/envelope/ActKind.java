package org.buranakan.schemas.envelope;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;

import org.buranakan.schemas.event.LocalizedText;
import org.buranakan.schemas.record.ActRecorded;

/**
 * What an auditor or operator can put on record. The reference list {@code act-kind} has
 * the same codes and says what people call them; which there are is fixed here, because a
 * record is judged on itself alone, whatever reference data was read before it.
 */
public enum ActKind {

	/** Somebody looked something up. */
	LOOK_UP("look-up", Map.of(), false),

	/** Somebody had a cut taken. */
	CUT_TAKEN("cut-taken", Map.of(), false),

	/** The finding was seen. */
	FINDING_ACKNOWLEDGED("finding-acknowledged", Needs.OF_A_FINDING, false),

	/** The finding, as it stood, needs nothing done. */
	FINDING_DISMISSED("finding-dismissed", Needs.OF_A_FINDING, true),

	/** Whatever was said of the finding before, it is open. */
	FINDING_REOPENED("finding-reopened", Needs.OF_A_FINDING, false),

	/**
	 * A log is to be read on behind records that are gone. The subject is its topic.
	 */
	LOG_GAP_ACCEPTED("log-gap-accepted", Needs.OF_A_GAP, true);

	/**
	 * The attribute of an act about a finding that says what of it was looked at: the
	 * finding's content, as the hub shows it.
	 */
	public static final String CONTENT = "content";

	/** The attribute that says which answers to the finding its actor saw. */
	public static final String ANSWERS = "answers";

	/** The attribute that names the act that decided when this one was written. */
	public static final String SUPERSEDES = "supersedes";

	/** The attribute of an act about a gap that says which topic has it: Kafka's id. */
	public static final String TOPIC_ID = "topicId";

	/** The attribute of an act about a gap: the first offset that is missing. */
	public static final String FROM = "from";

	/** The attribute of an act about a gap: the offset behind the missing ones. */
	public static final String UPTO = "upto";

	private final String code;

	@SuppressWarnings("ImmutableEnumChecker") // nobody changes it
	private final SortedMap<String, Pattern> attributes;

	private final boolean withReason;

	ActKind(String code, Map<String, String> attributes, boolean withReason) {
		this.code = code;
		this.attributes = new TreeMap<>();
		attributes.forEach((name, shape) -> this.attributes.put(name, Pattern.compile(shape)));
		this.withReason = withReason;
	}

	/** The kind of that code. */
	public static Optional<ActKind> of(String code) {
		return Arrays.stream(values()).filter((kind) -> kind.code.equals(code)).findFirst();
	}

	/** As it stands in the record, and in the reference list. */
	public String code() {
		return this.code;
	}

	/** The field that an act of this kind needs and this one lacks. */
	public Optional<String> missing(ActRecorded act) {
		if (act.getSubject().isBlank()) {
			return Optional.of("field subject");
		}
		for (Map.Entry<String, Pattern> needed : this.attributes.entrySet()) {
			if (!needed.getValue().matcher(act.getAttributes().getOrDefault(needed.getKey(), "")).matches()) {
				return Optional.of("attribute " + needed.getKey());
			}
		}
		LocalizedText reason = act.getReason();
		return (this.withReason && (reason == null || reason.getTh().isBlank())) ? Optional.of("field reason")
				: Optional.empty();
	}

	/** The attributes that an act needs, each with its shape. */
	private static final class Needs {

		private static final Map<String, String> OF_A_FINDING = Map.of(CONTENT, "[0-9a-f]{64}");

		private static final Map<String, String> OF_A_GAP = Map.of(TOPIC_ID, "[A-Za-z0-9_-]{1,40}", FROM, "[0-9]{1,18}",
				UPTO, "[0-9]{1,18}");

	}

}
