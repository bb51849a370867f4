package org.buranakan.hub.view;

/**
 * What was asked for cannot be shown as it was; answered as the problem of its kind.
 */
public final class NoPast extends RuntimeException {

	private final Problem problem;

	private final Text detail;

	private NoPast(Problem problem, String th, String en) {
		super(en);
		this.problem = problem;
		this.detail = new Text(th, en);
	}

	/** No cut was taken until then. */
	public static NoPast beforeFirstCut(String asOf) {
		return new NoPast(Problem.BEFORE_FIRST_CUT,
				"ไม่มีจุดตัดที่บันทึกไว้ในเวลา `%s` หรือก่อนหน้านั้น ดูจุดตัดทั้งหมดได้ที่ /api/v1/cuts"
					.formatted(asOf),
				"No cut was taken until `%s`; /api/v1/cuts lists them all.".formatted(asOf));
	}

	/** Cuts may still be taken until then. */
	public static NoPast notYet(String asOf) {
		return new NoPast(Problem.NOT_YET,
				"ยังไม่ถึงเวลา `%s` จึงยังตอบไม่ได้ว่าขณะนั้นจุดตัดล่าสุดคืออันใด ใช้ asOf=latest หากต้องการจุดตัดล่าสุดในขณะนี้"
					.formatted(asOf),
				"`%s` has not come yet, so cuts may still be taken until then; the newest one now is asOf=latest."
					.formatted(asOf));
	}

	/** It is no function of a cut: why, in both languages. */
	public static NoPast liveOnly(String th, String en) {
		return new NoPast(Problem.LIVE_ONLY, th, en);
	}

	/** The logs are not what they were when the cut was taken: why. */
	public static NoPast notRepeatable(String why) {
		return new NoPast(Problem.NOT_REPEATABLE, "บันทึกต้นทางไม่ครบถ้วนเหมือนเมื่อตัด: " + why,
				"The logs are not what they were at the cut: " + why);
	}

	Problem problem() {
		return this.problem;
	}

	Text detail() {
		return this.detail;
	}

}
