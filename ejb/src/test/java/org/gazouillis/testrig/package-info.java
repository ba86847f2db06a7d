/// One shared, named test world on the real database: people, brands and workspaces that every test knows.
@NullMarked
package org.gazouillis.testrig;

import org.jspecify.annotations.NullMarked;
