package org.gazouillis.web;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import jakarta.ws.rs.Path;
import java.util.Collection;

/// The classes of this module, for tests that look at all of them.
public final class OurClasses {
    private OurClasses() {}

    /// Every resource of the API.
    public static Collection<Class<?>> resources() {
        return new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests()).importPackages("org.gazouillis.web").stream()
                        .filter(each -> each.isAnnotatedWith(Path.class))
                        .<Class<?>>map(JavaClass::reflect)
                        .toList();
    }
}
