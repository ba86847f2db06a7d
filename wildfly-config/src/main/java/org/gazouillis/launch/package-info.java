/// `./gazouillis run`, `token` and `import`: starts database and server as one, and speaks with a running server.
///
/// `Main` reads the command line and picks the verb. `Run` starts things in order (`Databases`, then `Server`), tells
/// where to look, waits, and stops them in reverse. What two commands share lies in the data folder: `DataFolder`
/// knows where. `Operator` speaks HTTP with the running application, as any script could.
///
/// Nothing here knows a class of the application: only its properties, its JNDI names and its addresses.
@NullMarked
package org.gazouillis.launch;

import org.jspecify.annotations.NullMarked;
