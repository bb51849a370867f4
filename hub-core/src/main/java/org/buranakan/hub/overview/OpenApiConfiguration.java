package org.buranakan.hub.overview;

import java.util.List;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.servers.Server;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * What OpenAPI says of the whole.
 */
@Configuration(proxyBeanMethods = false)
class OpenApiConfiguration {

	@Bean
	OpenAPI openApi() {
		return new OpenAPI().servers(List.of(new Server().url("/")))
			.info(new Info().title("บูรณาการ · Buranakan")
				.version("v1")
				.description(
						"""
								The one action plan of all agencies. Money is in satang, dates are common era (ISO), instants UTC; fiscal \
								years are labelled in the Buddhist era. Texts for people are `{th, en}`. Errors are problem details \
								(RFC 9457) with `code` and `titleTh`."""));
	}

}
