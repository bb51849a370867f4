package org.buranakan.connectors.reading;

/**
 * An area of the reference data.
 *
 * @param code 2 digits for a province, 4 for an amphoe, 6 for a tambon; the code of a
 * parent begins that of its children
 */
public record KnownArea(String code, String nameTh, String nameEn, Validity validity) {

	/** One that stands. */
	public KnownArea(String code, String nameTh, String nameEn) {
		this(code, nameTh, nameEn, Validity.ALWAYS);
	}

	/** How deep it lies: 1 for a province, 2 for an amphoe, 3 for a tambon. */
	int depth() {
		return this.code.length() / 2;
	}

	@Override
	public String toString() {
		String prefix = switch (depth()) {
			case 1 -> "จ.";
			case 2 -> "อ.";
			default -> "ต.";
		};
		return prefix + this.nameTh + " (" + this.code + ")";
	}

}
