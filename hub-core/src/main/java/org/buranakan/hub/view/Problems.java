package org.buranakan.hub.view;

import java.util.stream.Collectors;

import org.buranakan.schemas.registry.RegistryException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.beans.BeanInstantiationException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.RecoverableDataAccessException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.InsufficientAuthenticationException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.transaction.TransactionException;
import org.springframework.validation.FieldError;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;
import org.springframework.web.servlet.resource.NoResourceFoundException;

/**
 * Answers requests that cannot be served with problem details; nothing of the inside
 * (statements, classes) is shown.
 */
@RestControllerAdvice
class Problems extends ResponseEntityExceptionHandler {

	private static final Logger LOG = LoggerFactory.getLogger(Problems.class);

	private static final String LATER_SECONDS = "30";

	private static final String SOON_SECONDS = "2";

	@ExceptionHandler
	ResponseEntity<ProblemDetail> badParameter(BadParameter ex) {
		ProblemDetail problem = Problem.BAD_PARAMETER.detail(String.valueOf(ex.getMessage()));
		problem.setProperty("detailTh", ex.messageTh());
		problem.setProperty("parameter", ex.parameter());
		problem.setProperty("expected", ex.expected());
		return answer(problem);
	}

	@ExceptionHandler
	ResponseEntity<ProblemDetail> notBound(BeanInstantiationException ex) {
		if (ex.getCause() instanceof BadParameter bad) {
			return badParameter(bad);
		}
		return fault(ex);
	}

	@ExceptionHandler
	ResponseEntity<ProblemDetail> wrongType(MethodArgumentTypeMismatchException ex) {
		return badParameter(new BadParameter(ex.getName(), String.valueOf(ex.getValue()), "ค่าอีกชนิดหนึ่ง",
				"a value of another type"));
	}

	@ExceptionHandler
	ResponseEntity<ProblemDetail> unknown(Unknown ex) {
		return answer(Problem.NOT_FOUND.detail(String.valueOf(ex.getMessage())));
	}

	@ExceptionHandler
	ResponseEntity<ProblemDetail> stranger(AuthenticationException ex) {
		if (ex instanceof InsufficientAuthenticationException) {
			return said(Problem.NOT_SIGNED_IN, new Text(
					"ส่วนนี้เปิดให้ผู้ที่เข้าสู่ระบบแล้วเท่านั้น โปรดเข้าสู่ระบบที่หน้าแรก หรือส่งชื่อผู้ใช้และรหัสผ่านมาด้วย (HTTP Basic)",
					"Sign in on the page, or send a name and password (HTTP Basic)."));
		}
		return said(Problem.SIGN_IN_FAILED,
				new Text("โปรดตรวจชื่อผู้ใช้และรหัสผ่าน หากลืมรหัสผ่าน ผู้ดูแลระบบออกให้ใหม่ได้",
						"Check both; an administrator can make a new password."));
	}

	@ExceptionHandler
	ResponseEntity<ProblemDetail> refused(AccessDeniedException ex) {
		return said(Problem.NOT_ALLOWED, new Text(
				"ส่วนนี้เปิดให้บทบาทอื่นหรือเจ้าหน้าที่ของหน่วยงานนั้น โปรดติดต่อผู้ดูแลระบบหากต้องใช้",
				"This is for another role, or for officers of that agency; ask an administrator if you need it."));
	}

	@ExceptionHandler
	ResponseEntity<ProblemDetail> busy(Busy ex) {
		return later(ex.detail());
	}

	@ExceptionHandler
	ResponseEntity<ProblemDetail> usedUp(UsedUp ex) {
		Problem problem = ex.ofOneClient() ? Problem.TOO_MANY : Problem.UNAVAILABLE;
		ProblemDetail answer = problem.detail(String.valueOf(ex.detail().en()));
		answer.setProperty("detailTh", ex.detail().th());
		return later(answer, Long.toString(ex.retryAfter().toSeconds()));
	}

	@ExceptionHandler
	ResponseEntity<ProblemDetail> noPast(NoPast ex) {
		return said(ex.problem(), ex.detail());
	}

	@ExceptionHandler
	ResponseEntity<ProblemDetail> notYet(NotYet ex) {
		ProblemDetail problem = Problem.UNAVAILABLE.detail(String.valueOf(ex.detail().en()));
		problem.setProperty("detailTh", ex.detail().th());
		problem.setProperty("folded", ex.folded());
		problem.setProperty("toFold", ex.toFold());
		return later(problem, SOON_SECONDS);
	}

	@ExceptionHandler({ DataAccessResourceFailureException.class, TransientDataAccessException.class,
			RecoverableDataAccessException.class, TransactionException.class })
	ResponseEntity<ProblemDetail> unavailable(RuntimeException ex) {
		LOG.error("The view cannot be read", ex);
		return later(new Text("ฐานข้อมูลของระบบไม่ตอบคำขอนี้ โปรดลองใหม่ในอีกครู่หนึ่ง",
				"The hub's database does not answer this request; try again in a moment."));
	}

	@ExceptionHandler
	ResponseEntity<ProblemDetail> unavailable(RegistryException.Unavailable ex) {
		LOG.error("The schema registry cannot be asked", ex);
		return later(new Text("ทะเบียนสคีมาไม่ตอบ จึงอ่านแผนฉบับก่อนไม่ได้ โปรดลองใหม่ในอีกครู่หนึ่ง",
				"The schema registry does not answer, and earlier records cannot be read without; try again in a moment."));
	}

	@ExceptionHandler
	ResponseEntity<ProblemDetail> fault(RuntimeException ex) {
		LOG.error("A request ended in a fault", ex);
		return answer(Problem.INTERNAL.detail("The hub's log says more."));
	}

	@Override
	protected @Nullable ResponseEntity<Object> handleMethodArgumentNotValid(MethodArgumentNotValidException ex,
			HttpHeaders headers, HttpStatusCode status, WebRequest request) {
		String what = ex.getBindingResult()
			.getFieldErrors()
			.stream()
			.map((error) -> "Parameter `%s` is `%s`, which cannot be read.".formatted(error.getField(),
					error.getRejectedValue()))
			.collect(Collectors.joining(" "));
		ProblemDetail problem = Problem.BAD_PARAMETER.detail(what);
		FieldError first = ex.getBindingResult().getFieldError();
		problem.setProperty("parameter", (first != null) ? first.getField() : null);
		return ResponseEntity.badRequest().contentType(MediaType.APPLICATION_PROBLEM_JSON).body(problem);
	}

	@Override
	protected @Nullable ResponseEntity<Object> handleExceptionInternal(Exception ex, @Nullable Object body,
			HttpHeaders headers, HttpStatusCode status, WebRequest request) {
		HttpHeaders typed = new HttpHeaders(headers);
		typed.setContentType(MediaType.APPLICATION_PROBLEM_JSON);
		return super.handleExceptionInternal(ex, Problem.of(status).detail(status, detail(ex, body)), typed, status,
				request);
	}

	private static String detail(Exception ex, @Nullable Object body) {
		if (ex instanceof NoResourceFoundException missing) {
			return "Nothing is served at `/%s`.".formatted(missing.getResourcePath());
		}
		if (ex instanceof HttpMediaTypeNotSupportedException other) {
			return "Send it with the header Content-Type: " + MediaType.toString(other.getSupportedMediaTypes()) + ".";
		}
		return (body instanceof ProblemDetail stated && stated.getDetail() != null) ? stated.getDetail()
				: "The request cannot be served.";
	}

	private static ResponseEntity<ProblemDetail> later(Text detail) {
		ProblemDetail problem = Problem.UNAVAILABLE.detail(String.valueOf(detail.en()));
		problem.setProperty("detailTh", detail.th());
		return later(problem, LATER_SECONDS);
	}

	private static ResponseEntity<ProblemDetail> later(ProblemDetail problem, String seconds) {
		return ResponseEntity.status(problem.getStatus())
			.header(HttpHeaders.RETRY_AFTER, seconds)
			.contentType(MediaType.APPLICATION_PROBLEM_JSON)
			.body(problem);
	}

	private static ResponseEntity<ProblemDetail> said(Problem problem, Text detail) {
		ProblemDetail answer = problem.detail(String.valueOf(detail.en()));
		answer.setProperty("detailTh", detail.th());
		return answer(answer);
	}

	private static ResponseEntity<ProblemDetail> answer(ProblemDetail problem) {
		return ResponseEntity.status(problem.getStatus()).contentType(MediaType.APPLICATION_PROBLEM_JSON).body(problem);
	}

}
