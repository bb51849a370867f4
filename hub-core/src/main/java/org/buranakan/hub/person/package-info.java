/**
 * People who sign in (ผู้ใช้): who they are, and what each may do beyond what everybody
 * may. The public view needs nobody to sign in.
 *
 * <p>
 * In: a name and a password, or what an OpenID Connect provider vouches for. Out: table
 * {@code hub.person}, sessions in {@code hub.spring_session} (shared by all hubs, so that
 * a restart signs nobody out), {@code /api/v1/session} and {@code /api/v1/people}. Roles
 * are the hub's own even where a provider signs people in: a provider says who somebody
 * is, an administrator what they may.
 *
 * <p>
 * A session holds a name, and the epoch of that person in which it began: a new password
 * begins another, so whoever signed in with an older one is out, even in that moment.
 * What the person may is looked up at each request, so a role that is taken away is gone
 * at once, and an upgrade of the hub finds nothing in a session that it cannot read.
 * (While a provider is asked, a session that is nobody's holds what Spring Security has
 * to remember, for ten minutes.) What was ever said of a person stays in
 * {@code hub.person_change}.
 *
 * <p>
 * No request that changes anything can be forged from another site: each carries JSON or
 * is a PUT or DELETE, which browsers send to strangers only after asking, and the cookie
 * is {@code SameSite=Lax}. People, sessions and passwords are no part of what is
 * replayed: they come back from a backup of the database.
 */
@NullMarked
package org.buranakan.hub.person;

import org.jspecify.annotations.NullMarked;
