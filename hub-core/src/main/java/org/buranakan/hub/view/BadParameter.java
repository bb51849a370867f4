package org.buranakan.hub.view;

/**
 * A query parameter that says nothing sensible; answered as problem
 * {@code bad-parameter}.
 */
public final class BadParameter extends IllegalArgumentException {

	private final String parameter;

	private final String value;

	private final Text expected;

	public BadParameter(String parameter, String value, String expectedTh, String expectedEn) {
		super("Parameter `%s` is `%s`; expected is %s.".formatted(parameter, value, expectedEn));
		this.parameter = parameter;
		this.value = value;
		this.expected = new Text(expectedTh, expectedEn);
	}

	String parameter() {
		return this.parameter;
	}

	/** The message for readers of Thai. */
	String messageTh() {
		return "พารามิเตอร์ `%s` มีค่า `%s` ค่าที่ใช้ได้คือ %s".formatted(this.parameter, this.value,
				this.expected.th());
	}

	Text expected() {
		return this.expected;
	}

}
