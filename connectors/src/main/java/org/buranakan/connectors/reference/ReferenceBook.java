package org.buranakan.connectors.reference;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.buranakan.connectors.mapping.Reference;
import org.buranakan.connectors.reading.KnownArea;
import org.buranakan.connectors.reading.KnownAreas;
import org.buranakan.connectors.reading.KnownCode;
import org.buranakan.connectors.reading.KnownCodes;
import org.buranakan.connectors.reading.Text;
import org.buranakan.connectors.reading.ThaiText;
import org.buranakan.connectors.reading.Validity;
import org.buranakan.schemas.record.ReferenceRecorded;

/**
 * The entries of the reference data, the highest revision of each, with their succession:
 * what replaces an entry says so itself ({@code succeeds}), or the entry names it
 * (attribute {@code successor}, several with commas). Read by many threads, written by
 * one.
 */
final class ReferenceBook implements Reference, KnownAreas, KnownCodes {

	private static final String AREA = "area";

	private static final Pattern COMMA = Pattern.compile("\\s*,\\s*");

	private final Map<String, Map<String, ReferenceRecorded>> entries = new ConcurrentHashMap<>();

	private final Map<String, Map<String, String>> codesByName = new ConcurrentHashMap<>();

	private final Map<String, Map<String, KnownCode>> endingByName = new ConcurrentHashMap<>();

	private volatile Set<String> kinds = Set.of();

	private volatile Object edition = new Object();

	private volatile Map<String, KnownArea> areas = Map.of();

	private volatile Map<String, List<KnownArea>> areasByName = Map.of();

	void add(ReferenceRecorded entry) {
		this.entries.computeIfAbsent(entry.getKind(), (kind) -> new ConcurrentHashMap<>())
			.merge(entry.getCode(), entry, (old, next) -> (next.getRevision() >= old.getRevision()) ? next : old);
	}

	/** Makes everything added so far visible to look-ups by name. */
	void index() {
		this.entries.keySet().forEach((kind) -> {
			this.codesByName.put(kind, byName(kind));
			this.endingByName.put(kind, ending(kind));
		});
		Map<String, List<String>> successors = successors(AREA);
		this.areas = all(AREA).stream()
			.map((entry) -> area(entry, successors))
			.collect(Collectors.toUnmodifiableMap(KnownArea::code, (area) -> area));
		this.areasByName = this.areas.values()
			.stream()
			.flatMap((area) -> List.of(area.nameTh(), area.nameEn())
				.stream()
				.map(ThaiText::comparable)
				.distinct()
				.map((name) -> Map.entry(name, area)))
			.collect(Collectors.groupingBy(Map.Entry::getKey,
					Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
		this.kinds = Set.copyOf(this.entries.keySet());
		// Last: who reads the new edition finds its entries.
		this.edition = new Object();
	}

	/**
	 * Those of these kinds of which there is not a single entry that can be looked up.
	 */
	Set<String> missing(Set<String> kinds) {
		return kinds.stream().filter((kind) -> !this.kinds.contains(kind)).collect(Collectors.toSet());
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
	public Object edition() {
		return this.edition;
	}

	@Override
	public Optional<KnownArea> withCode(String code) {
		return Optional.ofNullable(this.areas.get(code));
	}

	@Override
	public List<KnownArea> named(String comparable) {
		return this.areasByName.getOrDefault(comparable, List.of());
	}

	@Override
	public List<KnownArea> within(String code) {
		return this.areas.values().stream().filter((area) -> area.code().startsWith(code)).toList();
	}

	@Override
	public Map<String, String> codesByName(String kind) {
		return this.codesByName.getOrDefault(kind, Map.of());
	}

	@Override
	public Map<String, Text> names(String kind) {
		Map<String, Text> names = new TreeMap<>();
		standing(kind).forEach((entry) -> names.put(entry.getCode(), Text.of(entry.getName())));
		return names;
	}

	@Override
	public Optional<KnownCode> ending(String kind, String comparable) {
		return Optional.ofNullable(this.endingByName.getOrDefault(kind, Map.of()).get(comparable));
	}

	/** Codes win over names, should one entry's name be another's code. */
	private Map<String, String> byName(String kind) {
		Map<String, String> names = new ConcurrentHashMap<>();
		for (ReferenceRecorded entry : standing(kind)) {
			names.put(ThaiText.comparable(entry.getName().getTh()), entry.getCode());
			Optional.ofNullable(entry.getName().getEn())
				.ifPresent((english) -> names.put(ThaiText.comparable(english), entry.getCode()));
		}
		standing(kind).forEach((entry) -> names.put(ThaiText.comparable(entry.getCode()), entry.getCode()));
		return Map.copyOf(names);
	}

	/** Of several of one name the one that ends last is meant; codes win over names. */
	private Map<String, KnownCode> ending(String kind) {
		Map<String, List<String>> successors = successors(kind);
		Map<String, KnownCode> ending = new HashMap<>();
		List<ReferenceRecorded> inTurn = all(kind).stream()
			.filter((entry) -> !stands(entry))
			.sorted(Comparator.comparing((entry) -> validity(entry, successors).to()))
			.toList();
		for (ReferenceRecorded entry : inTurn) {
			KnownCode code = new KnownCode(entry.getCode(), validity(entry, successors));
			ending.put(ThaiText.comparable(entry.getName().getTh()), code);
			Optional.ofNullable(entry.getName().getEn())
				.ifPresent((english) -> ending.put(ThaiText.comparable(english), code));
		}
		inTurn.forEach((entry) -> ending.put(ThaiText.comparable(entry.getCode()),
				new KnownCode(entry.getCode(), validity(entry, successors))));
		return Map.copyOf(ending);
	}

	private Map<String, List<String>> successors(String kind) {
		Map<String, List<String>> successors = new HashMap<>();
		for (ReferenceRecorded entry : all(kind)) {
			entry.getSucceeds()
				.forEach((old) -> successors.computeIfAbsent(old, (code) -> new ArrayList<>()).add(entry.getCode()));
			Optional.ofNullable(entry.getAttributes().get("successor"))
				.stream()
				.flatMap((named) -> COMMA.splitAsStream(named))
				.forEach((code) -> successors.computeIfAbsent(entry.getCode(), (old) -> new ArrayList<>()).add(code));
		}
		return successors;
	}

	private Collection<ReferenceRecorded> all(String kind) {
		return this.entries.getOrDefault(kind, Map.of()).values();
	}

	private List<ReferenceRecorded> standing(String kind) {
		return all(kind).stream().filter(ReferenceBook::stands).toList();
	}

	private static boolean stands(ReferenceRecorded entry) {
		return entry.getValidTo() == null;
	}

	private static KnownArea area(ReferenceRecorded entry, Map<String, List<String>> successors) {
		String english = entry.getName().getEn();
		return new KnownArea(entry.getCode(), entry.getName().getTh(), (english != null) ? english : "",
				validity(entry, successors));
	}

	private static Validity validity(ReferenceRecorded entry, Map<String, List<String>> successors) {
		LocalDate last = entry.getValidTo();
		return new Validity(entry.getValidFrom(), (last != null) ? last : LocalDate.MAX,
				successors.getOrDefault(entry.getCode(), List.of()).stream().distinct().sorted().toList());
	}

}
