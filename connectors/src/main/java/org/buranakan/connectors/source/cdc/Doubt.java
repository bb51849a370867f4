package org.buranakan.connectors.source.cdc;

/**
 * Why the source may hold what never arrived.
 *
 * @param reason in Thai and English; names no value
 * @param isGrave whether changes are missing or may be; otherwise it is routine
 * @param topic the topic that gave reason, empty for none
 * @param offset the record there: it is read again until the doubt is settled; negative
 * where none of the topic counts as read until then
 */
record Doubt(String reason, boolean isGrave, String topic, long offset) {

	private static final long NOTHING = -1;

	/** A topic is read for the first time, or was made anew and nobody knows. */
	static Doubt found(String topic) {
		return new Doubt("เริ่มอ่าน " + topic + " จึงเทียบทีละแถว / " + topic
				+ " is read from its beginning, so every row is compared", false, topic, NOTHING);
	}

	/**
	 * Records were lost before they were read.
	 * @param offsets which
	 */
	static Doubt gone(String topic, String offsets) {
		return new Doubt("รายการ " + offsets + " ของ " + topic + " หายไปก่อนอ่าน จึงเทียบทุกแถว / records " + offsets
				+ " of " + topic + " were gone before they were read, so every row is compared", true, topic, NOTHING);
	}

	/** A row may have left to another what nobody remembers the other to have taken. */
	static Doubt handedOver(String topic, long offset) {
		return new Doubt("ธุรกรรมที่ใหญ่หรืออ่านไม่ครบอาจย้ายรหัสระหว่างแถว จึงเทียบทีละแถว / "
				+ "a transaction that is large or was read in part may have moved codes between rows, so every row is compared",
				true, topic, offset);
	}

	/** Debezium began, after a crash, a stop, or a slot that was moved. */
	static Doubt began(String topic, long offset) {
		return new Doubt(
				"การจับการเปลี่ยนแปลงเริ่มใหม่ จึงตรวจทีละแถวว่ามีรายการใดตกหล่นหรือไม่ / "
						+ "capturing began anew, so every row is compared lest a change was passed over",
				true, topic, offset);
	}

	static Doubt lost(TransactionCounts.Loss loss, String topic) {
		String english = "of transaction " + loss.transaction() + " Debezium counted " + loss.said() + " changes of "
				+ loss.table() + " and " + loss.seen() + " arrived, so every row is compared";
		return new Doubt("ธุรกรรม " + loss.transaction() + " ของ " + loss.table() + " ควรมี " + loss.said()
				+ " รายการ แต่มาถึง " + loss.seen() + " จึงเทียบทุกแถว / " + english, true, topic, loss.offset());
	}

	static Doubt unreadable(String topic, long offset) {
		return new Doubt("อ่านจำนวนรายการของธุรกรรมไม่ได้ จึงตรวจทีละแถว / "
				+ "the count of a transaction cannot be read, so every row is compared", true, topic, offset);
	}

	/** Somebody asked for it. */
	static Doubt requested() {
		return new Doubt("มีผู้ขอให้ตรวจ จึงเทียบทีละแถว / somebody asked for it, so every row is compared", false, "",
				0);
	}

	/** Nothing gave reason; it was time. */
	static Doubt routine() {
		return new Doubt("ตรวจตามรอบ / routine", false, "", 0);
	}

}
