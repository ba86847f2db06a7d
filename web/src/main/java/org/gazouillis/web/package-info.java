/// The face: Faces pages and JAX-RS resources, one package per capability with the names that `ejb` uses.
///
/// Three packages serve all the others: [org.gazouillis.web.access] says who may call what,
/// [org.gazouillis.web.problem] turns exceptions into answers, [org.gazouillis.web.i18n] knows the words.
@NullMarked
package org.gazouillis.web;

import org.jspecify.annotations.NullMarked;
