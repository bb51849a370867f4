package org.buranakan.hub.view;

import java.time.Duration;

/**
 * What may be asked for in a while has been: by one client (answered as problem
 * {@code too-many}) or by all together ({@code unavailable}).
 */
public final class UsedUp extends RuntimeException {

	private final boolean ofOneClient;

	private final Duration retryAfter;

	UsedUp(boolean ofOneClient, Duration retryAfter) {
		super((ofOneClient ? "You have" : "All together have")
				+ " asked for as much of this as may be had in an hour; ask again in %d s."
					.formatted(retryAfter.toSeconds()));
		this.ofOneClient = ofOneClient;
		this.retryAfter = retryAfter;
	}

	boolean ofOneClient() {
		return this.ofOneClient;
	}

	/** In whole seconds. */
	Duration retryAfter() {
		return this.retryAfter;
	}

	Text detail() {
		return new Text("%sขอใช้งานส่วนนี้ครบจำนวนที่ให้ได้ในหนึ่งชั่วโมงแล้ว โปรดลองใหม่ในอีก %d วินาที"
			.formatted(this.ofOneClient ? "ท่าน" : "ผู้ใช้ทุกรายรวมกัน", this.retryAfter.toSeconds()), getMessage());
	}

}
