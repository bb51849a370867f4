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

	private static final int SUGGESTIONS = 6;

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
				.orElseGet(() -> Reading.refuse(RefusalCode.CODE_UNKNOWN, offered, suggestions(reference)));
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

	private String suggestions(Map<String, String> reference) {
		TreeSet<String> choices = new TreeSet<>();
		this.list.codes().forEach((code, aliases) -> choices.add(aliases.isEmpty() ? code : aliases.getFirst()));
		if (choices.isEmpty()) {
			choices.addAll(reference.keySet());
		}
		String shown = String.join(", ", choices.stream().limit(SUGGESTIONS).toList());
		return (choices.size() > SUGGESTIONS) ? shown + ", …" : shown;
	}

}
