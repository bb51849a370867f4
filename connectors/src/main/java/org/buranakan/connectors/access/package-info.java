/**
 * Who may hand in data over HTTP, and how a request as a whole is turned away: bearer
 * tokens bound to one agency each, problem details (RFC 9457) in Thai and English.
 */
@NullMarked
package org.buranakan.connectors.access;

import org.jspecify.annotations.NullMarked;
