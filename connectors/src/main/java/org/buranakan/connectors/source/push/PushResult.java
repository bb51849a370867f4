package org.buranakan.connectors.source.push;

import java.time.Instant;
import java.util.List;
import java.util.Locale;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonValue;
import org.buranakan.connectors.mapping.Refusal;
import org.buranakan.connectors.publish.Receipt;
import org.buranakan.connectors.publish.WholeFile;
import org.buranakan.connectors.reading.Text;
import org.buranakan.schemas.record.SourceRefused;
import org.jspecify.annotations.Nullable;

/**
 * The answer to a push: one result per item, in order.
 *
 * @param request what the request is called in the events' source
 */
record PushResult(String request, List<Item> results) {

	/** What became of an item. */
	enum Outcome {

		APPLIED, UNCHANGED, REFUSED;

		@JsonValue
		String code() {
			return name().toLowerCase(Locale.ROOT);
		}

	}

	/**
	 * One item.
	 *
	 * @param events how many were published
	 */
	record Item(String pointer, Outcome outcome, int events, List<Refused> refusals) {

		static Item of(Pushed item, Receipt receipt) {
			return switch (receipt) {
				case Receipt.Applied(int events) -> new Item(item.pointer(), Outcome.APPLIED, events, List.of());
				case Receipt.Unchanged() -> new Item(item.pointer(), Outcome.UNCHANGED, 0, List.of());
				case Receipt.Refused(List<Refusal> refusals) ->
					new Item(item.pointer(), Outcome.REFUSED, 0, refusals.stream().map(Refused::of).toList());
			};
		}

	}

	/** One reason why an item is refused. */
	record Refused(String code, String pointer, String offered, Text reason, Text remedy) {

		static Refused of(Refusal refusal) {
			return new Refused(refusal.objection().code().code(), refusal.cell(), refusal.objection().offered(),
					Text.of(refusal.objection().reason()), Text.of(refusal.objection().remedy()));
		}

	}

	/**
	 * A refusal that nobody mended yet, as the officer sees it.
	 *
	 * @param file the name of the file that is refused as a whole; null where less is
	 */
	@JsonInclude(JsonInclude.Include.NON_NULL)
	record Open(String system, String container, String place, @Nullable String field, @Nullable String offered,
			@Nullable String file, String code, Text reason, Text remedy, Instant at) {

		static Open of(SourceRefused refusal) {
			return new Open(refusal.getSource().getSystem(), refusal.getSource().getContainer(),
					refusal.getSource().getPlace(), refusal.getField(), refusal.getOffered(),
					WholeFile.name(refusal).orElse(null), refusal.getCode(), Text.of(refusal.getReason()),
					Text.of(refusal.getRemedy()), refusal.getRecordedAt());
		}

	}

}
