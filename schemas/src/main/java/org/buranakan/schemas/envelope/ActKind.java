package org.buranakan.schemas.envelope;

import java.util.Arrays;
import java.util.Optional;
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
	LOOK_UP("look-up", false, false),

	/** Somebody had a cut taken. */
	CUT_TAKEN("cut-taken", false, false),

	/** The finding was seen. */
	FINDING_ACKNOWLEDGED("finding-acknowledged", true, false),

	/** The finding, as it stood, needs nothing done. */
	FINDING_DISMISSED("finding-dismissed", true, true),

	/** Whatever was said of the finding before, it is open. */
	FINDING_REOPENED("finding-reopened", true, false);

	/**
	 * The attribute of an act about a finding that says what of it was looked at: the
	 * finding's content, as the hub shows it.
	 */
	public static final String CONTENT = "content";

	/** The attribute that says which answers to the finding its actor saw. */
	public static final String ANSWERS = "answers";

	/** The attribute that names the act that decided when this one was written. */
	public static final String SUPERSEDES = "supersedes";

	private static final Pattern SHA_256 = Pattern.compile("[0-9a-f]{64}");

	private final String code;

	private final boolean aboutFinding;

	private final boolean withReason;

	ActKind(String code, boolean aboutFinding, boolean withReason) {
		this.code = code;
		this.aboutFinding = aboutFinding;
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
		if (this.aboutFinding && !SHA_256.matcher(act.getAttributes().getOrDefault(CONTENT, "")).matches()) {
			return Optional.of("attribute " + CONTENT);
		}
		LocalizedText reason = act.getReason();
		return (this.withReason && (reason == null || reason.getTh().isBlank())) ? Optional.of("field reason")
				: Optional.empty();
	}

}
