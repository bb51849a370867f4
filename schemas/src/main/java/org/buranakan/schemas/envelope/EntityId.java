package org.buranakan.schemas.envelope;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Optional;

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

	public EntityId {
		if (!accepts(local)) {
			throw new IllegalArgumentException("Not the local part of an entity id: '" + local + "' (1 to " + LONGEST
					+ " visible characters of ASCII and Thai, NFC)");
		}
	}

	/** The entity id that the text spells; empty if it spells none. */
	public static Optional<EntityId> parse(String text) {
		int colon = text.indexOf(':');
		return (colon < 0) ? Optional.empty()
				: AgencyId.parse(text.substring(0, colon)).flatMap((agency) -> of(agency, text.substring(colon + 1)));
	}

	/** The entity id of the agency's own local id; empty if it can be none. */
	public static Optional<EntityId> of(AgencyId agency, String local) {
		return accepts(local) ? Optional.of(new EntityId(agency, local)) : Optional.empty();
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
		if (local.isEmpty() || local.length() > LONGEST) {
			return false;
		}
		for (int index = 0; index < local.length(); index++) {
			if (!isVisible(local.charAt(index))) {
				return false;
			}
		}
		return Normalizer.isNormalized(local, Normalizer.Form.NFC);
	}

	private static boolean isVisible(char letter) {
		return (letter >= '!' && letter <= '~') || (letter >= 0x0E01 && letter <= 0x0E3A)
				|| (letter >= 0x0E3F && letter <= 0x0E5B);
	}

}
