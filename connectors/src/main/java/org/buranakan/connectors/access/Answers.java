package org.buranakan.connectors.access;

import java.io.IOException;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * Problems told before any controller is reached, in the form in which they tell them.
 */
@Component
final class Answers {

	private static final String CHALLENGE = "Basic realm=\"agency id and token\"";

	private final JsonMapper json;

	Answers(JsonMapper json) {
		this.json = json;
	}

	/** Whoever shows no token that is known; RFC 6750 tells a wrong one from none. */
	void toStranger(HttpServletRequest request, HttpServletResponse response, AuthenticationException why)
			throws IOException {
		write(response, Problem.UNAUTHENTICATED.answer(""), MediaType.APPLICATION_PROBLEM_JSON);
		if (why instanceof OAuth2AuthenticationException) {
			response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer error=\"invalid_token\"");
		}
	}

	/**
	 * Whoever asks for a token and gets none: RFC 6749's members, for programs, and the
	 * problem's, for people.
	 */
	void toClient(HttpServletRequest request, HttpServletResponse response, AuthenticationException why)
			throws IOException {
		String code = (why instanceof OAuth2AuthenticationException known) ? known.getError().getErrorCode()
				: OAuth2ErrorCodes.INVALID_CLIENT;
		Problem problem = code.equals(OAuth2ErrorCodes.INVALID_CLIENT) ? Problem.UNKNOWN_CLIENT : Problem.NO_GRANT;
		ProblemDetail detail = problem.detail("");
		detail.setProperty("error", code);
		detail.setProperty("error_description", detail.getTitle());
		HttpStatus status = HttpStatus.valueOf(detail.getStatus());
		if (status == HttpStatus.UNAUTHORIZED) {
			response.setHeader(HttpHeaders.WWW_AUTHENTICATE, CHALLENGE);
		}
		response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
		write(response, ResponseEntity.status(status).body(detail), MediaType.APPLICATION_JSON);
	}

	void write(HttpServletResponse response, ResponseEntity<?> answer, MediaType type) throws IOException {
		response.setStatus(answer.getStatusCode().value());
		answer.getHeaders().forEach((name, values) -> values.forEach((value) -> response.setHeader(name, value)));
		response.setContentType(type.toString());
		response.getOutputStream().write(this.json.writeValueAsBytes(answer.getBody()));
	}

}
