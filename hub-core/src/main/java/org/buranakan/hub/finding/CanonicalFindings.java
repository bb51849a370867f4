package org.buranakan.hub.finding;

import org.buranakan.hub.audit.CanonicalTable;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * How findings are written down for the fingerprint; resolved ones are history and no
 * part of it.
 */
@Configuration(proxyBeanMethods = false)
class CanonicalFindings {

	@Bean
	CanonicalTable canonicalFinding() {
		return new CanonicalTable("finding", true,
				"""
						SELECT ARRAY[id, rule, rule_version::text, severity, text_th, text_en, areas::text, agencies::text, subjects::text,
						    amount_satang::text, people::text, since::text, due_on::text, computable::text, evidence::text, keys::text]
						FROM finding ORDER BY id COLLATE "C"
						""");
	}

}
