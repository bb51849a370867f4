/**
 * What AsyncAPI 3.0 says of the topics, made from the catalogue
 * ({@link org.buranakan.schemas.topic.Topics}) and the contracts: a new kind of topic is
 * in the document as soon as it is in the catalogue.
 */
@NullMarked
package org.buranakan.schemas.asyncapi;

import org.jspecify.annotations.NullMarked;
