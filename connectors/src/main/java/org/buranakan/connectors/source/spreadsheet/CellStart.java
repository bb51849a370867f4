package org.buranakan.connectors.source.spreadsheet;

/**
 * What the start of a cell says, read in one pass: a sheet has millions.
 *
 * @param place as {@code AB12}; empty where it does not say
 * @param type empty for a number
 * @param format which of the workbook's; -1 for none
 */
record CellStart(String place, String type, int format) {

	/** Of the element at hand; of a name that comes twice, the first counts. */
	static CellStart of(XmlPart xml) {
		String place = "";
		String type = "";
		String format = "";
		for (int index = 0; index < xml.attributes(); index++) {
			switch (xml.attributeName(index)) {
				case "r" -> place = first(place, xml, index);
				case "t" -> type = first(type, xml, index);
				case "s" -> format = first(format, xml, index);
				default -> {
					// Others say nothing of the value.
				}
			}
		}
		return new CellStart(place, type, XmlPart.whole(format, -1));
	}

	private static String first(String known, XmlPart xml, int index) {
		return known.isEmpty() ? xml.attributeValue(index) : known;
	}

}
