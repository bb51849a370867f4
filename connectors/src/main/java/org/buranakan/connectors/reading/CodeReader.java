package org.buranakan.connectors.reading;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

import org.jspecify.annotations.Nullable;

/**
 * Reads a code of a list as a String: the code itself, one of the profile's aliases, or
 * the name in the reference data.
 */
final class CodeReader implements Reader {

	/** Characters of suggestions: a longer detail would be cut within a word. */
	private static final int LONGEST = 190;

	private final CodeList list;

	private final KnownCodes known;

	private final Map<String, String> aliases = new HashMap<>();

	CodeReader(CodeList list, KnownCodes known) {
		this.list = list;
		this.known = known;
		list.codes().forEach((code, aliases) -> {
			this.aliases.put(ThaiText.comparable(code), code);
			aliases.forEach((alias) -> this.aliases.put(ThaiText.comparable(alias), code));
		});
	}

	@Override
	public Reading read(Offered offered) {
		return read(offered, UNDATED);
	}

	@Override
	public Reading read(Offered offered, LocalDate day) {
		if (offered instanceof Offered.Nothing) {
			return new Reading.Blank();
		}
		String text = ThaiText.comparable(offered.text());
		Map<String, String> reference = reference();
		String alias = this.aliases.get(text);
		@Nullable String code = (alias != null) ? alias : reference.get(text);
		if (code == null || (this.list.reference() != null && !code.equals(reference.get(ThaiText.comparable(code))))) {
			return ending((alias != null) ? ThaiText.comparable(alias) : text)
				.map((ending) -> ending(ending, offered, day))
				.orElseGet(() -> Reading.refuse(RefusalCode.CODE_UNKNOWN, offered, suggestions()));
		}
		return new Reading.Read(code);
	}

	private Optional<KnownCode> ending(String text) {
		return Optional.ofNullable(this.list.reference()).flatMap((kind) -> this.known.ending(kind, text));
	}

	private static Reading ending(KnownCode ending, Offered offered, LocalDate day) {
		Validity validity = ending.validity();
		String successors = String.join(", ", validity.successors());
		return validity.isOverBy(day)
				? Reading
					.refuse(RefusalCode.CODE_SUPERSEDED, offered,
							ending.code() + " ถึง / until " + validity.to()
									+ (successors.isEmpty() ? "" : " → " + successors))
				: new Reading.Read(ending.code());
	}

	private Map<String, String> reference() {
		return Optional.ofNullable(this.list.reference()).map(this.known::codesByName).orElse(Map.of());
	}

	/** Whole words only, so many as fit. */
	private String suggestions() {
		TreeSet<String> choices = new TreeSet<>();
		this.list.codes().forEach((code, aliases) -> choices.add(aliases.isEmpty() ? code : aliases.getFirst()));
		if (choices.isEmpty()) {
			Optional.ofNullable(this.list.reference())
				.map(this.known::names)
				.ifPresent((names) -> names.forEach((code, name) -> choices.add(name.th())));
		}
		StringBuilder shown = new StringBuilder();
		for (String choice : choices) {
			if (shown.length() + choice.length() > LONGEST) {
				return shown.append('…').toString();
			}
			shown.append(choice).append(choice.equals(choices.last()) ? "" : ", ");
		}
		return shown.toString();
	}

}
