package org.buranakan.connectors.reference;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

import org.buranakan.connectors.mapping.Reference;
import org.buranakan.connectors.reading.KnownArea;
import org.buranakan.connectors.reading.KnownAreas;
import org.buranakan.connectors.reading.KnownCodes;
import org.buranakan.connectors.reading.ThaiText;
import org.buranakan.schemas.record.ReferenceRecorded;

/**
 * The standing entries of the reference data, the highest revision of each. Read by many
 * threads, written by one.
 */
final class ReferenceBook implements Reference, KnownAreas, KnownCodes {

	private static final String AREA = "area";

	private final Map<String, Map<String, ReferenceRecorded>> entries = new ConcurrentHashMap<>();

	private final Map<String, Map<String, String>> codesByName = new ConcurrentHashMap<>();

	private volatile Map<String, List<KnownArea>> areasByName = Map.of();

	void add(ReferenceRecorded entry) {
		this.entries.computeIfAbsent(entry.getKind(), (kind) -> new ConcurrentHashMap<>())
			.merge(entry.getCode(), entry, (old, next) -> (next.getRevision() >= old.getRevision()) ? next : old);
	}

	/** Makes everything added so far visible to look-ups by name. */
	void index() {
		this.entries.keySet().forEach((kind) -> this.codesByName.put(kind, names(kind)));
		this.areasByName = standing(AREA).stream()
			.map(ReferenceBook::area)
			.flatMap((area) -> List.of(area.nameTh(), area.nameEn())
				.stream()
				.map(ThaiText::comparable)
				.distinct()
				.map((name) -> Map.entry(name, area)))
			.collect(Collectors.groupingBy(Map.Entry::getKey,
					Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
	}

	@Override
	public KnownAreas areas() {
		return this;
	}

	@Override
	public KnownCodes codes() {
		return this;
	}

	@Override
	public Optional<KnownArea> withCode(String code) {
		return Optional.ofNullable(this.entries.getOrDefault(AREA, Map.of()).get(code))
			.filter(ReferenceBook::stands)
			.map(ReferenceBook::area);
	}

	@Override
	public List<KnownArea> named(String comparable) {
		return this.areasByName.getOrDefault(comparable, List.of());
	}

	@Override
	public List<KnownArea> within(String code) {
		return standing(AREA).stream()
			.filter((entry) -> entry.getCode().startsWith(code))
			.map(ReferenceBook::area)
			.toList();
	}

	@Override
	public Map<String, String> codesByName(String kind) {
		return this.codesByName.getOrDefault(kind, Map.of());
	}

	/** Codes win over names, should one entry's name be another's code. */
	private Map<String, String> names(String kind) {
		Map<String, String> names = new ConcurrentHashMap<>();
		for (ReferenceRecorded entry : standing(kind)) {
			names.put(ThaiText.comparable(entry.getName().getTh()), entry.getCode());
			Optional.ofNullable(entry.getName().getEn())
				.ifPresent((english) -> names.put(ThaiText.comparable(english), entry.getCode()));
		}
		standing(kind).forEach((entry) -> names.put(ThaiText.comparable(entry.getCode()), entry.getCode()));
		return Map.copyOf(names);
	}

	private List<ReferenceRecorded> standing(String kind) {
		return this.entries.getOrDefault(kind, Map.of()).values().stream().filter(ReferenceBook::stands).toList();
	}

	/** What has an end was replaced: its successor stands. */
	private static boolean stands(ReferenceRecorded entry) {
		return entry.getValidTo() == null;
	}

	private static KnownArea area(ReferenceRecorded entry) {
		String english = entry.getName().getEn();
		return new KnownArea(entry.getCode(), entry.getName().getTh(), (english != null) ? english : "");
	}

}
