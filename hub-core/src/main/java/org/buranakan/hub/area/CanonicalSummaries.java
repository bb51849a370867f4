package org.buranakan.hub.area;

import org.buranakan.hub.audit.CanonicalTable;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * How rolled-up rows are written down for the fingerprint. Objects go by PostgreSQL's
 * canonical text of {@code jsonb}, logs by their topics.
 */
@Configuration(proxyBeanMethods = false)
class CanonicalSummaries {

	@Bean
	CanonicalTable canonicalAreaSummary() {
		return new CanonicalTable("area_summary", true,
				"""
						SELECT ARRAY[area, programme::text, stage, plans::text, activities::text, participants::text,
						    participants_target::text, money::text, blocked::text, received::text, resolved::text, pending::text,
						    stands_at::text]
						FROM area_summary ORDER BY area COLLATE "C"
						""");
	}

	@Bean
	CanonicalTable canonicalAreaStage() {
		return new CanonicalTable("area_stage", true,
				"""
						SELECT ARRAY[area, stage, reached_by::text, date_precision, shown_by, subject, log.topic, log_offset::text,
						    event_id::text]
						FROM area_stage JOIN hub.log log ON log.id = log_id ORDER BY area COLLATE "C", stage COLLATE "C"
						""");
	}

	@Bean
	CanonicalTable canonicalBudgetSummary() {
		return new CanonicalTable("budget_summary", true,
				"""
						SELECT ARRAY[b.id, b.agency, budget_line, fiscal_year::text, area, title_th, title_en, funder, basis, money::text,
						    blocked::text, postings::text, log.topic, log_offset::text, event_id::text]
						FROM budget_summary b JOIN hub.log log ON log.id = log_id ORDER BY b.id COLLATE "C"
						""");
	}

}
