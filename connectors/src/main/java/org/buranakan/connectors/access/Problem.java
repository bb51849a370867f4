package org.buranakan.connectors.access;

import java.net.URI;
import java.util.Locale;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;

/** Why a request as a whole is not taken, in Thai and English. */
public enum Problem {

	UNAUTHENTICATED(HttpStatus.UNAUTHORIZED, "A valid bearer token is needed", "ต้องใช้โทเคนของหน่วยงานที่ถูกต้อง"),

	FOREIGN_AGENCY(HttpStatus.FORBIDDEN, "The token belongs to another agency", "โทเคนนี้เป็นของหน่วยงานอื่น"),

	TOO_LARGE(HttpStatus.CONTENT_TOO_LARGE, "The body is too large; send it in parts", "ข้อมูลใหญ่เกินไป โปรดแบ่งส่ง"),

	TOO_MANY_ITEMS(HttpStatus.CONTENT_TOO_LARGE, "The body has too many items; send it in parts",
			"มีรายการมากเกินไป โปรดแบ่งส่ง"),
	ENCODED(HttpStatus.UNSUPPORTED_MEDIA_TYPE, "Send the body without content encoding", "โปรดส่งข้อมูลโดยไม่บีบอัด"),

	MALFORMED(HttpStatus.BAD_REQUEST, "The body is not JSON", "ข้อมูลไม่ใช่ JSON ที่ถูกต้อง"),

	NAMELESS(HttpStatus.BAD_REQUEST, "Say what the file is called: ?name=report.xlsx",
			"โปรดบอกชื่อไฟล์ เช่น ?name=report.xlsx"),

	EMPTY(HttpStatus.BAD_REQUEST, "The body has no items", "ไม่มีรายการในข้อมูลที่ส่งมา"),

	UNAVAILABLE(HttpStatus.SERVICE_UNAVAILABLE, "Nothing can be published now; send the same again later",
			"ขณะนี้ยังรับข้อมูลไม่ได้ โปรดส่งชุดเดิมอีกครั้งภายหลัง");

	private static final String RETRY_SECONDS = "5";

	private final HttpStatus status;

	private final String title;

	private final String titleTh;

	Problem(HttpStatus status, String title, String titleTh) {
		this.status = status;
		this.title = title;
		this.titleTh = titleTh;
	}

	/** The problem as a body; the detail may be empty. */
	public ProblemDetail detail(String detail) {
		String code = name().toLowerCase(Locale.ROOT).replace('_', '-');
		ProblemDetail problem = ProblemDetail.forStatus(this.status);
		problem.setType(URI.create("urn:buranakan:problem:" + code));
		problem.setTitle(this.title);
		if (!detail.isEmpty()) {
			problem.setDetail(detail);
		}
		problem.setProperty("code", code);
		problem.setProperty("titleTh", this.titleTh);
		return problem;
	}

	/** The problem as an answer; the detail may be empty. */
	public ResponseEntity<Object> answer(String detail) {
		ResponseEntity.BodyBuilder response = ResponseEntity.status(this.status);
		switch (this) {
			case UNAUTHENTICATED -> response.header(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
			case UNAVAILABLE -> response.header(HttpHeaders.RETRY_AFTER, RETRY_SECONDS);
			case FOREIGN_AGENCY, TOO_LARGE, TOO_MANY_ITEMS, ENCODED, MALFORMED, NAMELESS, EMPTY -> {
				// Nothing but the problem itself.
			}
		}
		return response.body(detail(detail));
	}

}
