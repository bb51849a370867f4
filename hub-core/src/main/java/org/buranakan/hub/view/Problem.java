package org.buranakan.hub.view;

import java.net.URI;

import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ProblemDetail;

/**
 * The codes of problems, as RFC 9457 problem details carry them.
 */
enum Problem {

	BAD_PARAMETER(HttpStatus.BAD_REQUEST, "A parameter says nothing sensible", "ค่าพารามิเตอร์ไม่ถูกต้อง"),

	NOT_SIGNED_IN(HttpStatus.UNAUTHORIZED, "For people who have signed in", "ต้องเข้าสู่ระบบก่อน"),

	SIGN_IN_FAILED(HttpStatus.UNAUTHORIZED, "Name or password is wrong", "ชื่อผู้ใช้หรือรหัสผ่านไม่ถูกต้อง"),

	NOT_ALLOWED(HttpStatus.FORBIDDEN, "Not for this role", "บทบาทนี้ไม่มีสิทธิ์"),

	NOT_FOUND(HttpStatus.NOT_FOUND, "Not found", "ไม่พบข้อมูล"),

	BEFORE_FIRST_CUT(HttpStatus.NOT_FOUND, "No cut was taken until then", "ยังไม่มีจุดตัดของบันทึก ณ เวลานั้น"),

	NOT_YET(HttpStatus.NOT_FOUND, "That moment has not come yet", "ยังไม่ถึงเวลานั้น"),

	LIVE_ONLY(HttpStatus.BAD_REQUEST, "Not to be had as of a cut", "ดูย้อนหลัง ณ จุดตัดไม่ได้"),

	NOT_REPEATABLE(HttpStatus.CONFLICT, "The logs cannot be folded up to the cut any more",
			"คำนวณซ้ำถึงจุดตัดนั้นไม่ได้แล้ว"),

	NOT_SERVED(HttpStatus.METHOD_NOT_ALLOWED, "Not served in this way", "ไม่รองรับคำขอลักษณะนี้"),

	TOO_MANY(HttpStatus.TOO_MANY_REQUESTS, "More than one client's share", "ขอมากเกินส่วนของผู้ใช้หนึ่งราย"),

	UNAVAILABLE(HttpStatus.SERVICE_UNAVAILABLE, "The view cannot be read at the moment", "อ่านภาพรวมไม่ได้ชั่วคราว"),

	INTERNAL(HttpStatus.INTERNAL_SERVER_ERROR, "A fault of the hub", "ระบบขัดข้อง");

	private final HttpStatus status;

	private final String title;

	private final String titleTh;

	Problem(HttpStatus status, String title, String titleTh) {
		this.status = status;
		this.title = title;
		this.titleTh = titleTh;
	}

	String code() {
		return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
	}

	HttpStatus status() {
		return this.status;
	}

	ProblemDetail detail(String detail) {
		return detail(this.status, detail);
	}

	/** With another status of the same kind than the usual one. */
	ProblemDetail detail(HttpStatusCode status, String detail) {
		ProblemDetail problem = ProblemDetail.forStatusAndDetail(status, detail);
		problem.setType(URI.create("urn:buranakan:problem:" + code()));
		problem.setTitle(this.title);
		problem.setProperty("code", code());
		problem.setProperty("titleTh", this.titleTh);
		return problem;
	}

	/** The problem that a status of Spring MVC's own means. */
	static Problem of(HttpStatusCode status) {
		return switch (HttpStatus.resolve(status.value())) {
			case NOT_FOUND -> NOT_FOUND;
			case BAD_REQUEST -> BAD_PARAMETER;
			case SERVICE_UNAVAILABLE -> UNAVAILABLE;
			case TOO_MANY_REQUESTS -> TOO_MANY;
			case null, default -> status.is4xxClientError() ? NOT_SERVED : INTERNAL;
		};
	}

}
