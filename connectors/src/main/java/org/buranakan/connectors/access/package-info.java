/**
 * Who may hand in data over HTTP, how much and how fast, and how a request as a whole is
 * turned away: bearer tokens bound to one agency each, bounds of size, pace and items a
 * minute, problem details (RFC 9457) in Thai and English.
 */
@NullMarked
package org.buranakan.connectors.access;

import org.jspecify.annotations.NullMarked;
