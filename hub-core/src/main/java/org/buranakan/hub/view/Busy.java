package org.buranakan.hub.view;

/**
 * The hub has no room for this request at the moment; answered as problem
 * {@code unavailable}.
 */
public final class Busy extends IllegalStateException {

	private final String thai;

	/** What there is no room for and what to do, in both languages. */
	public Busy(String th, String en) {
		super(en);
		this.thai = th;
	}

	Text detail() {
		return new Text(this.thai, getMessage());
	}

}
