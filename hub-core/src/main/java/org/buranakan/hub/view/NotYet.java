package org.buranakan.hub.view;

/**
 * The view as it was at a cut is being built; answered as problem {@code unavailable},
 * with how far it is.
 */
public final class NotYet extends RuntimeException {

	private final long folded;

	private final long toFold;

	/** So many records of the logs are folded, of so many. */
	public NotYet(long folded, long toFold) {
		super("The view at this cut is being built: %d of %d records are folded; ask again in a moment."
			.formatted(folded, toFold));
		this.folded = folded;
		this.toFold = toFold;
	}

	Text detail() {
		return new Text("กำลังสร้างภาพ ณ จุดตัดนี้: คำนวณแล้ว %d จาก %d รายการ โปรดลองใหม่ในอีกสักครู่"
			.formatted(this.folded, this.toFold), getMessage());
	}

	long folded() {
		return this.folded;
	}

	long toFold() {
		return this.toFold;
	}

}
