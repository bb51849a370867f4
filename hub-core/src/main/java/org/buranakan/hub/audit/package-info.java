/**
 * What lets others check the hub: the schema of the view as something that can be built
 * again, and its fingerprint.
 */
@NullMarked
package org.buranakan.hub.audit;

import org.jspecify.annotations.NullMarked;
