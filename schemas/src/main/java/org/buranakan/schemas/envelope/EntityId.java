package org.buranakan.schemas.envelope;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Optional;
import java.util.regex.Pattern;

import org.buranakan.schemas.topic.AgencyId;

/**
 * The identity of an agency's entity, stable for ever: {@code <agency>:<local id>}. It is
 * also the record key. The local id is the agency's own: 1 to 200 visible characters of
 * ASCII and of Unicode's Thai block, normalised (NFC).
 * <p>
 * The set is fixed, because what is an id must be one for ever: other scripts grow with
 * Unicode's versions, and have characters that nobody sees.
 */
public record EntityId(AgencyId agency, String local) {

	private static final int LONGEST = 200;

	private static final Pattern VISIBLE = Pattern.compile("[!-~\\u0E01-\\u0E3A\\u0E3F-\\u0E5B]+");

	public EntityId {
		if (!accepts(local)) {
			throw new IllegalArgumentException("Not the local part of an entity id: '" + local + "' (1 to " + LONGEST
					+ " visible characters of ASCII and Thai, NFC)");
		}
	}

	/** The entity id that the text spells; empty if it spells none. */
	public static Optional<EntityId> parse(String text) {
		int colon = text.indexOf(':');
		if (colon < 0 || !AgencyId.accepts(text.substring(0, colon)) || !accepts(text.substring(colon + 1))) {
			return Optional.empty();
		}
		return Optional.of(new EntityId(new AgencyId(text.substring(0, colon)), text.substring(colon + 1)));
	}

	/** The record key: its text in UTF-8. */
	public byte[] key() {
		return toString().getBytes(StandardCharsets.UTF_8);
	}

	@Override
	public String toString() {
		return this.agency.value() + ":" + this.local;
	}

	private static boolean accepts(String local) {
		return local.length() <= LONGEST && VISIBLE.matcher(local).matches()
				&& Normalizer.isNormalized(local, Normalizer.Form.NFC);
	}

}
