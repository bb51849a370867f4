package org.buranakan.connectors.mapping;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.buranakan.schemas.event.Basis;
import org.buranakan.schemas.topic.AgencyId;

/**
 * How one agency's sources become events: the whole of what joining takes.
 *
 * @param system the agency's name for its system
 * @param basis what its events rest on, unless an event says otherwise
 */
public record Profile(AgencyId agency, String system, Basis basis, List<SourceProfile> sources) {

	/** The kinds of reference data without which its rows cannot be read. */
	public Set<String> reference() {
		return this.sources.stream()
			.flatMap((source) -> source.events().stream())
			.flatMap((event) -> event.fields().values().stream())
			.flatMap((field) -> field.readers().stream())
			.flatMap((reader) -> reader.reference().stream())
			.collect(Collectors.toUnmodifiableSet());
	}

	/** Whether any of its sources is a file. */
	public boolean takesFiles() {
		return takes(Origin.Sheet.class);
	}

	/** How it takes data other than as files, in Thai and English. */
	public String ways() {
		String database = "ฐานข้อมูลของหน่วยงาน ซึ่งระบบอ่านเอง / the agency's database, which is read by itself";
		String push = "แบบฟอร์มในหน้าส่งข้อมูล หรือ JSON ที่ POST /v1/events / the form on the officers' page, or JSON to POST /v1/events";
		return Stream.of(takes(Origin.Table.class) ? database : "", takes(Origin.Push.class) ? push : "")
			.filter((way) -> !way.isEmpty())
			.collect(Collectors.joining(" · "));
	}

	private boolean takes(Class<? extends Origin> kind) {
		return this.sources.stream().map(SourceProfile::origin).anyMatch(kind::isInstance);
	}

	/** The source of the table. */
	public Optional<SourceProfile> table(String table) {
		return this.sources.stream()
			.filter((source) -> source.origin() instanceof Origin.Table(String name) && name.equals(table))
			.findFirst();
	}

	/** The source of pushed items of the type. */
	public Optional<SourceProfile> push(String type) {
		return this.sources.stream()
			.filter((source) -> source.origin() instanceof Origin.Push(String name) && name.equals(type))
			.findFirst();
	}

}
