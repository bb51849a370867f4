package org.buranakan.connectors.source.push;

import java.time.Instant;
import java.util.List;

import org.buranakan.connectors.hosting.HostedAgency;
import org.buranakan.connectors.reading.Text;
import org.buranakan.schemas.event.LocalizedText;
import org.buranakan.schemas.event.Source;
import org.buranakan.schemas.event.SourceKind;
import org.buranakan.schemas.record.SourceRefused;

/** Items that are read as a push of them is, by who only wants to see. */
public final class TriedItems {

	private static final String REQUEST = "try";

	private TriedItems() {
	}

	/**
	 * Reads all of them; what comes of them the agency's publisher is told.
	 * @return everything that is refused, also what has no place to be recorded under
	 * @throws tools.jackson.core.JacksonException if the body is not JSON
	 */
	public static List<SourceRefused> take(HostedAgency agency, byte[] body, Instant now) {
		return new PushIntake(agency).take(PushedItems.of(body), REQUEST, now)
			.results()
			.stream()
			.flatMap((item) -> item.refusals().stream())
			.map((refusal) -> new SourceRefused(agency.id().value(),
					new Source(SourceKind.PUSH, agency.mapping().profile().system(), REQUEST, refusal.pointer()), null,
					null, refusal.offered(), refusal.code(), text(refusal.reason()), text(refusal.remedy()), now,
					false))
			.toList();
	}

	private static LocalizedText text(Text text) {
		return new LocalizedText(text.th(), text.en());
	}

}
