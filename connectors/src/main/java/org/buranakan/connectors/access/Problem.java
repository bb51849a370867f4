package org.buranakan.connectors.access;

import java.net.URI;
import java.time.Duration;
import java.util.Locale;

import org.buranakan.connectors.publish.HubUnreachable;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;

/** Why a request as a whole is not taken, in Thai and English. */
public enum Problem {

	UNAUTHENTICATED(HttpStatus.UNAUTHORIZED,
			"A valid bearer token is needed: the one of the agency's kit, or a fresh one of POST /oauth2/token",
			"ต้องใช้โทเคนของหน่วยงานที่ถูกต้อง คือโทเคนในชุดเริ่มต้น หรือขอใหม่ที่ POST /oauth2/token"),

	UNKNOWN_CLIENT(HttpStatus.UNAUTHORIZED, "Agency or token is wrong; use the agency's id and the token of its kit",
			"รหัสหน่วยงานหรือโทเคนไม่ถูกต้อง โปรดใช้รหัสหน่วยงานและโทเคนในชุดเริ่มต้น"),

	NO_GRANT(HttpStatus.BAD_REQUEST, "No token is given for that; ask with grant_type=client_credentials and no scope",
			"ขอโทเคนแบบนี้ไม่ได้ โปรดขอด้วย grant_type=client_credentials โดยไม่ระบุ scope"),

	FOREIGN_AGENCY(HttpStatus.FORBIDDEN, "The token belongs to another agency; use that agency's own",
			"โทเคนนี้เป็นของหน่วยงานอื่น โปรดใช้โทเคนของหน่วยงานนั้นเอง"),

	NOT_ADMITTED(HttpStatus.FORBIDDEN,
			"The hub refuses this agency's login or its rights; have your IT ask the hub's operators",
			"ศูนย์กลางไม่รับบัญชีหรือสิทธิ์ของหน่วยงานนี้ โปรดให้ฝ่ายไอทีติดต่อผู้ดูแลศูนย์กลาง"),

	TOO_LARGE(HttpStatus.CONTENT_TOO_LARGE, "The body is too large; send it in parts", "ข้อมูลใหญ่เกินไป โปรดแบ่งส่ง"),

	TOO_MANY_ITEMS(HttpStatus.CONTENT_TOO_LARGE, "The body has too many items; send it in parts",
			"มีรายการมากเกินไป โปรดแบ่งส่ง"),

	ENCODED(HttpStatus.UNSUPPORTED_MEDIA_TYPE, "The body's encoding is not known; send it plain or with gzip",
			"ไม่รู้จักวิธีบีบอัดของข้อมูลที่ส่งมา โปรดส่งแบบไม่บีบอัดหรือใช้ gzip"),

	TOO_SLOW(HttpStatus.REQUEST_TIMEOUT, "The body arrives too slowly; send the same again over a better line",
			"ข้อมูลมาถึงช้าเกินไป โปรดส่งชุดเดิมอีกครั้งเมื่อสัญญาณดีขึ้น"),

	TOO_MUCH(HttpStatus.TOO_MANY_REQUESTS, "The agency sends more than its share; wait as long as Retry-After says",
			"หน่วยงานส่งข้อมูลถี่เกินกำหนด โปรดรอตามเวลาที่แจ้งแล้วส่งใหม่"),

	MALFORMED(HttpStatus.BAD_REQUEST, "The body is not JSON; mend it where the detail says and send it again",
			"ข้อมูลไม่ใช่ JSON ที่ถูกต้อง โปรดแก้ตรงตำแหน่งที่แจ้งแล้วส่งใหม่"),

	BROKEN(HttpStatus.BAD_REQUEST, "The body broke off or cannot be inflated; send it again in full",
			"ข้อมูลที่ส่งมาไม่ครบหรือคลายการบีบอัดไม่ได้ โปรดส่งใหม่ทั้งชุด"),

	NAMELESS(HttpStatus.BAD_REQUEST, "Say what the file is called: ?name=report.xlsx",
			"โปรดบอกชื่อไฟล์ เช่น ?name=report.xlsx"),

	NO_DATABASE(HttpStatus.NOT_FOUND, "No database of the agency is captured here; ask where it is",
			"ที่นี่ไม่ได้อ่านข้อมูลจากฐานข้อมูลของหน่วยงาน โปรดสั่งที่เครื่องที่อ่านฐานข้อมูล"),

	NO_FILES(HttpStatus.NOT_FOUND, "The agency's profile takes no files; hand it in as the detail says",
			"หน่วยงานนี้ไม่ส่งข้อมูลเป็นไฟล์ โปรดส่งตามช่องทางที่แจ้งไว้ใน detail"),

	NOT_REFUSED(HttpStatus.NOT_FOUND,
			"No file of that name is refused as a whole; look the name up in GET /v1/refusals, and mend refused rows in their file",
			"ไม่มีไฟล์ชื่อนี้ที่ถูกปฏิเสธทั้งไฟล์ โปรดตรวจชื่อที่ GET /v1/refusals ส่วนแถวที่ไม่รับให้แก้ในไฟล์แล้วส่งใหม่"),

	EMPTY(HttpStatus.BAD_REQUEST, "The body has no items; send one at least",
			"ไม่มีรายการในข้อมูลที่ส่งมา โปรดส่งอย่างน้อยหนึ่งรายการ"),

	NO_ROOM(HttpStatus.INSUFFICIENT_STORAGE,
			"The file cannot be stored here now, and nothing of it is published; let your IT make room, and send the same again",
			"ขณะนี้ไม่มีที่เก็บไฟล์และยังไม่มีสิ่งใดถูกเผยแพร่ โปรดให้ฝ่ายไอทีเพิ่มที่ว่าง แล้วส่งไฟล์เดิมอีกครั้ง"),

	FILES_BEFORE(HttpStatus.SERVICE_UNAVAILABLE,
			"Files that the agency handed in before this one are still being read; send it again a little later",
			"ไฟล์ที่หน่วยงานส่งมาก่อนหน้ายังอ่านไม่เสร็จ โปรดรอสักครู่แล้วส่งไฟล์นี้อีกครั้ง"),

	UNAVAILABLE(HttpStatus.SERVICE_UNAVAILABLE, "Nothing can be published now; send the same again later",
			"ขณะนี้ยังรับข้อมูลไม่ได้ โปรดส่งชุดเดิมอีกครั้งภายหลัง");

	private static final Duration RETRY = Duration.ofSeconds(4);

	private final HttpStatus status;

	private final String title;

	private final String titleTh;

	Problem(HttpStatus status, String title, String titleTh) {
		this.status = status;
		this.title = title;
		this.titleTh = titleTh;
	}

	/** Why nothing can be published: only an outage is mended by waiting. */
	public static Problem of(HubUnreachable trouble) {
		return trouble.isRefusal() ? NOT_ADMITTED : UNAVAILABLE;
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
		return answer(detail,
				(this.status == HttpStatus.SERVICE_UNAVAILABLE || this == NO_ROOM) ? RETRY : Duration.ZERO);
	}

	/** The same, for who is to come back after a wait, if there is any. */
	ResponseEntity<Object> answer(String detail, Duration wait) {
		ResponseEntity.BodyBuilder response = ResponseEntity.status(this.status);
		if (this == UNAUTHENTICATED) {
			response.header(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
		}
		if (this == ENCODED) {
			response.header(HttpHeaders.ACCEPT_ENCODING, "gzip");
		}
		if (wait.isPositive()) {
			// A second more than begun: who comes back earlier is turned away again.
			response.header(HttpHeaders.RETRY_AFTER, String.valueOf(wait.toSeconds() + 1));
		}
		return response.body(detail(detail));
	}

}
