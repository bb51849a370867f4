package org.buranakan.hub.derivation;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

import org.jspecify.annotations.Nullable;

/**
 * Keys whose derived rows must be computed again, by kind: {@code area},
 * {@code province}, {@code budget} (id of a line's sums), {@code activity}, {@code plan},
 * {@code line} (agency and budget line), {@code posting} (one that was reversed),
 * {@code agency}, {@code reference} (the kind that changed) and {@code clock} (the new
 * business date).
 */
public final class DirtyKeys {

	private final Map<String, Set<String>> keys = new LinkedHashMap<>();

	private final boolean everything;

	private DirtyKeys(boolean everything) {
		this.everything = everything;
	}

	/** Everything that can be derived, as after a replay. */
	public static DirtyKeys everything() {
		return new DirtyKeys(true);
	}

	static DirtyKeys of(Collection<Key> taken) {
		DirtyKeys dirty = new DirtyKeys(false);
		taken.forEach((key) -> dirty.add(key.kind(), key.key()));
		return dirty;
	}

	/** These keys and more, each with its kind before it. */
	public DirtyKeys and(Collection<Map.Entry<String, String>> more) {
		DirtyKeys all = new DirtyKeys(this.everything);
		this.keys.forEach((kind, known) -> known.forEach((key) -> all.add(kind, key)));
		more.forEach((one) -> all.add(one.getKey(), one.getValue()));
		return all;
	}

	private void add(String kind, String key) {
		this.keys.computeIfAbsent(kind, (added) -> new TreeSet<>()).add(key);
	}

	/** The keys of a kind. */
	public Set<String> of(String kind) {
		return this.keys.getOrDefault(kind, Set.of());
	}

	/** Whether one of these reference lists changed. */
	public boolean referenceChanged(Collection<String> lists) {
		return this.everything || of("reference").stream().anyMatch(lists::contains);
	}

	/** Whether there is a new business date. */
	public boolean newDay() {
		return this.everything || !of("clock").isEmpty();
	}

	/**
	 * What a statement binds to restrict itself to keys of a kind.
	 * @param whole whether rows of all keys are to be computed again
	 * @return the keys, or null for all
	 */
	public String @Nullable [] restriction(String kind, boolean whole) {
		return (this.everything || whole) ? null : of(kind).toArray(String[]::new);
	}

}
