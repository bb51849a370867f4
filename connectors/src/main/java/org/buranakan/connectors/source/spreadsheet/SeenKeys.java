package org.buranakan.connectors.source.spreadsheet;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Which entities a file spoke of already, and where: twenty bytes each, doubled at times,
 * however long their names are. Half a SHA-256 stands for a name; no two have ever been
 * found that share as much.
 */
final class SeenKeys {

	private static final int FIRST_CAPACITY = 1 << 10;

	/** Fuller tables search for long. */
	private static final double FULLEST = 0.7;

	private final MessageDigest digest;

	private final TreeMap<Integer, String> sheets = new TreeMap<>();

	private int base;

	private int last;

	private long[] high = new long[FIRST_CAPACITY];

	private long[] low = new long[FIRST_CAPACITY];

	/** From 1; 0 where the slot is free. */
	private int[] places = new int[FIRST_CAPACITY];

	private int size;

	SeenKeys() {
		try {
			this.digest = MessageDigest.getInstance("SHA-256");
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException("Every Java platform has SHA-256", ex);
		}
	}

	/** From now on rows are of that sheet, counted from 1. */
	void enter(String sheet) {
		this.base = this.last;
		this.sheets.put(this.base, sheet);
	}

	/**
	 * Remembers the entity, unless it is known.
	 * @return where it stands already, as {@code S!12}; empty if it does not
	 */
	Optional<String> add(String entity, int row) {
		ByteBuffer hash = hash(entity);
		int place = Math.addExact(this.base, row);
		this.last = Math.max(this.last, place);
		int before = this.size;
		int slot = put(hash.getLong(), hash.getLong(), place);
		return (this.size > before) ? Optional.empty() : Optional.of(text(this.places[slot]));
	}

	/** Whether the entity was added. */
	boolean knows(String entity) {
		ByteBuffer hash = hash(entity);
		return this.places[slot(hash.getLong(), hash.getLong())] != 0;
	}

	private ByteBuffer hash(String entity) {
		return ByteBuffer.wrap(this.digest.digest(entity.getBytes(StandardCharsets.UTF_8)));
	}

	/** Where it is, or the free slot where it would be. */
	private int slot(long first, long second) {
		int slot = (int) first & (this.places.length - 1);
		while (this.places[slot] != 0 && (this.high[slot] != first || this.low[slot] != second)) {
			slot = (slot + 1) & (this.places.length - 1);
		}
		return slot;
	}

	private int put(long first, long second, int place) {
		if (this.size > this.places.length * FULLEST) {
			grow();
		}
		int slot = slot(first, second);
		if (this.places[slot] == 0) {
			this.high[slot] = first;
			this.low[slot] = second;
			this.places[slot] = place;
			this.size++;
		}
		return slot;
	}

	private void grow() {
		long[] oldHigh = this.high;
		long[] oldLow = this.low;
		int[] oldPlaces = this.places;
		this.high = new long[oldPlaces.length * 2];
		this.low = new long[oldPlaces.length * 2];
		this.places = new int[oldPlaces.length * 2];
		this.size = 0;
		for (int slot = 0; slot < oldPlaces.length; slot++) {
			if (oldPlaces[slot] != 0) {
				put(oldHigh[slot], oldLow[slot], oldPlaces[slot]);
			}
		}
	}

	private String text(int place) {
		Map.Entry<Integer, String> sheet = this.sheets.lowerEntry(place);
		if (sheet == null) {
			return Integer.toString(place);
		}
		int row = place - sheet.getKey();
		return sheet.getValue().isEmpty() ? Integer.toString(row) : sheet.getValue() + "!" + row;
	}

}
