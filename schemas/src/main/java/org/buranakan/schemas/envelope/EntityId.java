package org.buranakan.schemas.envelope;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Optional;

import org.buranakan.schemas.topic.AgencyId;

/**
 * The identity of an agency's entity, stable for ever: {@code <agency>:<local id>}. It is
 * also the record key. The local id is the agency's own: visible characters of any
 * script, no white space, at most 200 of them.
 */
public record EntityId(AgencyId agency, String local) {

	private static final int LONGEST = 200;

	public EntityId {
		if (!accepts(local)) {
			throw new IllegalArgumentException("Not the local part of an entity id: '" + local + "' (1 to " + LONGEST
					+ " visible characters, no white space, NFC)");
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
		if (local.isEmpty() || local.length() > LONGEST || !Normalizer.isNormalized(local, Normalizer.Form.NFC)) {
			return false;
		}
		return local.codePoints()
			.noneMatch((point) -> !Character.isDefined(point) || Character.isWhitespace(point)
					|| Character.isSpaceChar(point) || Character.isISOControl(point)
					|| Character.getType(point) == Character.SURROGATE);
	}

}
