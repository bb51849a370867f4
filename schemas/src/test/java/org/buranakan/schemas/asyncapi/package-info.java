/** Tests of the document that AsyncAPI has of the topics. */
@NullMarked
package org.buranakan.schemas.asyncapi;

import org.jspecify.annotations.NullMarked;
