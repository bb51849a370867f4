package org.buranakan.hub.finding;

/**
 * How much a finding asks for attention.
 */
enum Severity {

	INFO, NOTICE, WARNING

}
