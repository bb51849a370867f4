package org.buranakan.hub.intake;

/**
 * The key of derived rows. Only kinds that some row is derived from are written.
 *
 * @param kind area, activity, reference or clock
 */
public record DirtyKey(String kind, String key) {

	/** An area of any level. */
	public static DirtyKey area(String code) {
		return new DirtyKey("area", code);
	}

	public static DirtyKey activity(String id) {
		return new DirtyKey("activity", id);
	}

	static DirtyKey parse(String text) {
		int slash = text.indexOf('/');
		return new DirtyKey(text.substring(0, slash), text.substring(slash + 1));
	}

	@Override
	public String toString() {
		return this.kind + "/" + this.key;
	}

}
