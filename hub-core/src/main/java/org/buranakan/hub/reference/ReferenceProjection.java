package org.buranakan.hub.reference;

import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

import org.buranakan.hub.intake.Columns;
import org.buranakan.hub.intake.DirtyKey;
import org.buranakan.hub.intake.FactTable;
import org.buranakan.hub.intake.Projection;
import org.buranakan.schemas.record.ReferenceRecorded;
import org.buranakan.schemas.topic.Topics;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.stereotype.Component;

/** The latest version of a reference datum is a row. */
@Component
class ReferenceProjection implements Projection<ReferenceRecorded> {

	private static final JsonMapper MAPPER = new JsonMapper();

	private static final FactTable<ReferenceRecorded> TABLE = FactTable
		.ofHub("reference", new Columns<ReferenceRecorded>().text("kind", ReferenceRecorded::getKind)
			.text("code", ReferenceRecorded::getCode)
			.date("valid_from", ReferenceRecorded::getValidFrom)
			.date("valid_to", ReferenceRecorded::getValidTo)
			.localized("name", ReferenceRecorded::getName)
			.text("parent", ReferenceRecorded::getParent)
			.texts("succeeds", ReferenceRecorded::getSucceeds)
			.json("attributes", (reference) -> MAPPER.writeValueAsString(new TreeMap<>(reference.getAttributes()))));

	@Override
	public Topics kind() {
		return Topics.REFERENCE;
	}

	@Override
	public FactTable<ReferenceRecorded> table() {
		return TABLE;
	}

	@Override
	public Set<DirtyKey> touches(ReferenceRecorded reference) {
		DirtyKey list = new DirtyKey("reference", reference.getKind());
		return reference.getKind().equals("area") ? Set.of(list, DirtyKey.area(reference.getCode())) : Set.of(list);
	}

	@Override
	public Optional<String> impossible(ReferenceRecorded reference) {
		boolean endsBeforeItBegins = reference.getValidTo() != null
				&& reference.getValidTo().isBefore(reference.getValidFrom());
		return endsBeforeItBegins ? Optional.of("validTo") : Optional.empty();
	}

}
