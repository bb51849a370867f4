package org.buranakan.hub.overview;

import java.util.List;
import java.util.Objects;

import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.headers.Header;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.JsonSchema;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import io.swagger.v3.oas.models.servers.Server;
import org.buranakan.hub.person.Closed;
import org.buranakan.hub.view.AsOf;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.customizers.OpenApiCustomizer;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * What OpenAPI says of the whole: parameters by their names, and the problems that an
 * operation may end in.
 */
@Configuration(proxyBeanMethods = false)
class OpenApiConfiguration {

	private static final String PROBLEM = "Problem";

	private static final String PASSWORD = "password";

	private static final String SESSION = "session";

	private static final List<String> FILES = List.of(".csv", ".xlsx", ".ics");

	@Bean
	OpenAPI openApi() {
		Components components = new Components().addSchemas(PROBLEM, problem())
			.addResponses("BadParameter", response(
					"พารามิเตอร์ไม่ถูกต้อง หรือดูย้อนหลังไม่ได้ · A parameter says nothing sensible or is unknown (`bad-parameter`), or this cannot be asked for as of a cut (`live-only`)"))
			.addResponses("NotFound", response(
					"ไม่พบข้อมูล · Nothing of that id (`not-found`), or no cut was taken until then (`before-first-cut`)"))
			.addResponses("NotRepeatable", response(
					"คำนวณซ้ำถึงจุดตัดนั้นไม่ได้แล้ว · The logs cannot be folded up to that cut any more (`not-repeatable`)"))
			.addResponses("NotSignedIn", response(
					"ต้องเข้าสู่ระบบ หรือชื่อผู้ใช้หรือรหัสผ่านไม่ถูกต้อง · Nobody has signed in (`not-signed-in`), or name or password is wrong (`sign-in-failed`)"))
			.addResponses("NotAllowed", response("บทบาทนี้ไม่มีสิทธิ์ · Not for this role (`not-allowed`)"))
			.addResponses("NotServed", response("ไม่รองรับคำขอลักษณะนี้ · Not served in this way (`not-served`)"))
			.addResponses("Unavailable", response(
					"ไม่ว่างชั่วคราว โปรดลองใหม่ตาม Retry-After · Not at the moment (`unavailable`): come back after `Retry-After`")
				.addHeaderObject("Retry-After",
						new Header().description("วินาที · Seconds").required(true).schema(type("integer"))))
			.addResponses("Fault", response("ระบบขัดข้อง · A fault of the hub (`internal`)"));
		components.addSecuritySchemes(PASSWORD,
				new SecurityScheme().type(SecurityScheme.Type.HTTP)
					.scheme("basic")
					.description("ชื่อผู้ใช้และรหัสผ่าน · A person's name and password, of programs"));
		components.addSecuritySchemes(SESSION,
				new SecurityScheme().type(SecurityScheme.Type.APIKEY)
					.in(SecurityScheme.In.COOKIE)
					.name("SESSION")
					.description("คุกกี้ของผู้ที่เข้าสู่ระบบ · What POST /api/v1/session sets, of the page"));
		return new OpenAPI().servers(List.of(new Server().url("/")))
			.components(components)
			.info(new Info().title("บูรณาการ · Buranakan")
				.version("v1")
				.description(
						"""
								แผนปฏิบัติการบูรณาการหนึ่งเดียวของทุกหน่วยงาน เงินเป็นสตางค์ วันที่เป็น ค.ศ. (ISO) เวลาเป็น UTC ปีงบประมาณเป็น พ.ศ. \
								ข้อผิดพลาดเป็น problem details (RFC 9457) ที่มี `code` และ `titleTh`

								The one action plan of all agencies. Money is in satang, dates are common era (ISO), instants UTC; fiscal \
								years are labelled in the Buddhist era. Texts for people are `{th, en}`. Errors are problem details \
								(RFC 9457) with `code` and `titleTh`. What changes is told by `/api/v1/stream`; the topics behind it are in \
								`/asyncapi.json`."""));
	}

	@Bean
	OpenApiCustomizer parametersAndProblems() {
		return (document) -> document.getPaths().forEach((address, path) -> {
			boolean closed = Closed.to(address);
			path.readOperationsMap().forEach((method, operation) -> {
				describe(method, operation);
				close(operation, closed, closed || address.equals("/api/v1/session"));
			});
			FILES.forEach((ending) -> file(path, document.getPaths().get(address + ending)));
		});
	}

	private static void close(Operation operation, boolean closed, boolean signsIn) {
		problem(operation, "401", "NotSignedIn", signsIn);
		problem(operation, "403", "NotAllowed", closed);
		if (closed) {
			operation.addSecurityItem(new SecurityRequirement().addList(SESSION))
				.addSecurityItem(new SecurityRequirement().addList(PASSWORD));
		}
	}

	/** What is a file at an address of its own is served for {@code Accept} here too. */
	private static void file(PathItem path, @Nullable PathItem file) {
		if (file != null) {
			Operation here = path.getGet();
			content(here).putAll(content(file.getGet()));
			here.getParameters().removeIf((parameter) -> parameter.getName().equals("lang"));
		}
	}

	private static Content content(Operation operation) {
		return Objects.requireNonNull(operation.getResponses().get("200")).getContent();
	}

	private static void describe(PathItem.HttpMethod method, Operation operation) {
		boolean named = false;
		boolean past = false;
		if (operation.getParameters() != null) {
			for (var parameter : operation.getParameters()) {
				ApiParameter.of(parameter).ifPresent((known) -> known.describe(parameter));
				named |= parameter.getIn().equals("path");
				past |= parameter.getName().equals(AsOf.PARAMETER);
			}
		}
		boolean says = method == PathItem.HttpMethod.POST || method == PathItem.HttpMethod.PUT;
		problem(operation, "400", "BadParameter", true);
		problem(operation, "404", "NotFound", named || past || says);
		problem(operation, "406", "NotServed", !says);
		problem(operation, "409", "NotRepeatable", past);
		problem(operation, "415", "NotServed", says);
		problem(operation, "500", "Fault", true);
		problem(operation, "503", "Unavailable", true);
	}

	private static void problem(Operation operation, String status, String response, boolean occurs) {
		if (occurs) {
			operation.getResponses().addApiResponse(status, new ApiResponse().$ref(response));
		}
	}

	private static ApiResponse response(String description) {
		Schema<?> schema = new JsonSchema().$ref("#/components/schemas/" + PROBLEM);
		return new ApiResponse().description(description)
			.content(new Content().addMediaType("application/problem+json", new MediaType().schema(schema)));
	}

	/** RFC 9457, with what the hub adds. */
	private static Schema<?> problem() {
		Schema<?> text = type("string");
		Schema<?> expected = type("object");
		expected.addProperty("th", text);
		expected.addProperty("en", text);
		expected.setRequired(List.of("th", "en"));
		Schema<?> problem = type("object");
		problem.addProperty("type", type("string").format("uri").example("urn:buranakan:problem:not-found"));
		problem.addProperty("title", text);
		problem.addProperty("titleTh", text);
		problem.addProperty("status", type("integer"));
		problem.addProperty("detail", text);
		problem.addProperty("detailTh", text);
		problem.addProperty("instance", type("string").format("uri-reference"));
		problem.addProperty("code", type("string").example("not-found"));
		problem.addProperty("parameter",
				type("string").description("ที่ไม่ถูกต้อง · The one that says nothing sensible"));
		problem.addProperty("expected", expected);
		problem.addProperty("folded", type("integer").format("int64"));
		problem.addProperty("toFold", type("integer").format("int64"));
		problem.setRequired(List.of("type", "title", "titleTh", "status", "detail", "code"));
		return problem;
	}

	private static Schema<?> type(String type) {
		Schema<?> schema = new JsonSchema();
		schema.addType(type);
		return schema;
	}

}
