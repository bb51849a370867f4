package org.buranakan.connectors.reading;

import java.time.LocalDate;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;

/**
 * Remembers what a reader made of the last texts: in a column the same few dates, places
 * and words come again and again. Who asks at the same time as others may have to read
 * anew, and is never told anything else than the reader would say.
 */
final class Remembering implements Reader {

	private static final int SLOTS = 1 << 9;

	/** Longer texts do not recur. */
	private static final int LONGEST = 100;

	private final Reader reader;

	private final Supplier<Object> edition;

	private final AtomicReferenceArray<@Nullable Answer> answers = new AtomicReferenceArray<>(SLOTS);

	private record Answer(String text, LocalDate day, Object edition, Reading reading) {
	}

	/**
	 * Remembers only as long as nothing changes that the reader looks up.
	 * @param edition equal as long as that is so
	 */
	Remembering(Reader reader, Supplier<Object> edition) {
		this.reader = reader;
		this.edition = edition;
	}

	/** Of a reader that looks nothing up. */
	Remembering(Reader reader) {
		this(reader, () -> Remembering.class);
	}

	@Override
	public Reading read(Offered offered) {
		return read(offered, UNDATED);
	}

	@Override
	public Reading read(Offered offered, LocalDate day) {
		if (!(offered instanceof Offered.Words(String text)) || text.length() > LONGEST) {
			return this.reader.read(offered, day);
		}
		Object now = this.edition.get();
		int slot = (text.hashCode() ^ (text.hashCode() >>> 16)) & (SLOTS - 1);
		Answer known = this.answers.get(slot);
		if (known != null && known.edition().equals(now) && known.text().equals(text) && known.day().equals(day)) {
			return known.reading();
		}
		Reading reading = this.reader.read(offered, day);
		this.answers.set(slot, new Answer(text, day, now, reading));
		return reading;
	}

}
