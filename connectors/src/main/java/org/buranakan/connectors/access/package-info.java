/**
 * Who may hand in data over HTTP, how much and how fast, and how a request as a whole is
 * turned away: bearer tokens bound to one agency each, bounds of size, pace and items a
 * minute, problem details (RFC 9457) in Thai and English.
 * <p>
 * An agency's system asks {@code POST /oauth2/token} for access tokens that live for
 * minutes, with the agency's id and the token of its kit (client credentials, RFC 6749);
 * an officer at the page, or a district office with nothing but curl, shows the kit's
 * token itself. Both are bound to the one agency. Access tokens are signed with a key
 * that is made when the process starts and kept nowhere: nobody but this process judges
 * them, clients ask for another as they do when one has run out, there is no key to
 * guard, and whoever replaces an agency's token and starts again has ended all that were
 * signed for the old one.
 * <p>
 * Spring Security is used as a library, without Spring Boot's auto-configuration of it:
 * that would close every application on the class path, the hub in the embedded run among
 * them.
 */
@NullMarked
package org.buranakan.connectors.access;

import org.jspecify.annotations.NullMarked;
